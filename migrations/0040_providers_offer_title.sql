-- An institution offers a thing once: a sheet that is uploaded again finds it by its title.
CREATE UNIQUE INDEX offer_title ON offer (provider_id, lower(title));
