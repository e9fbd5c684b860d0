-- The certificate that goes with a row, as the record named it when the payload was written; null: it has none that the service takes (PDF).
ALTER TABLE siasn_item ADD COLUMN file_key text, ADD COLUMN file_name text;
COMMENT ON COLUMN siasn_item.payload IS 'exactly as it is sent; its path is filled once the certificate was uploaded';
