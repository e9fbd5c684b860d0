-- Messages to people. They belong to an account and to nobody else: a schema of their own, closed to every scope on people (ADR 0025).
CREATE SCHEMA notices;
GRANT USAGE ON SCHEMA notices TO piawai_base;

-- Rows of an account are seen by a transaction that names it (platform/db, asAccount), and by jobs.
CREATE FUNCTION guard_account_table(t regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
  EXECUTE format($p$CREATE POLICY own ON %s TO piawai_app USING (account_id = current_setting('piawai.account', true))$p$, t);
  EXECUTE format('CREATE POLICY job ON %s TO piawai_job USING (true)', t);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO piawai_app, piawai_job', t);
END $$;

-- An e-mail to one account: of one notice, of a digest of them, or to find out whether an address is theirs.
CREATE TABLE notices.letter (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id text NOT NULL REFERENCES identity.user_account (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('notice', 'digest', 'address')),
  notice_id bigint UNIQUE,                -- which one; null: a digest holds those that name it, an address none
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'sent', 'refused', 'failed')),
  attempts int NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL DEFAULT now(), -- not before
  claim uuid,                             -- of the attempt that sends it; an older one that finds another does not write
  claimed_at timestamptz,
  trouble text,                           -- what the server of mail said last; no address, no secret
  made_at timestamptz NOT NULL DEFAULT now(),
  settled_at timestamptz                  -- when it was sent, refused or given up
);
CREATE INDEX letter_waiting ON notices.letter (next_at) WHERE state IN ('queued', 'sending');
CREATE INDEX letter_account ON notices.letter (account_id, id DESC);
CREATE INDEX letter_claimed ON notices.letter (claimed_at);
SELECT guard_account_table('notices.letter');

CREATE TABLE notices.notice (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id text NOT NULL REFERENCES identity.user_account (id) ON DELETE CASCADE,
  topic text NOT NULL,                    -- src/notices/topics.ts
  key text NOT NULL,                      -- what it is about: the same is told to the same person once
  duty boolean NOT NULL,                  -- cannot be switched off
  title_id text NOT NULL, title_en text NOT NULL,
  body_id text, body_en text,             -- shown in the product only, never sent
  href text NOT NULL CHECK (href ~ '^/([^/\\]|$)'), -- a page of ours
  in_app boolean NOT NULL,                -- false: the account has switched the topic off in the product
  made_at timestamptz NOT NULL DEFAULT now(),
  expires_on date,                        -- the last day it matters; null: always
  read_at timestamptz,
  routed_at timestamptz,                  -- when it was decided what is sent of it; null: not yet
  email text CHECK (email IN ('now', 'digest')), -- null: nothing, or not decided yet
  letter_id bigint REFERENCES notices.letter (id), -- the e-mail that told of it; null: none, or the next digest
  UNIQUE (account_id, key)
);
CREATE INDEX notice_inbox ON notices.notice (account_id, id DESC) WHERE in_app;
CREATE INDEX notice_unread ON notices.notice (account_id) WHERE in_app AND read_at IS NULL;
CREATE INDEX notice_unrouted ON notices.notice (id) WHERE routed_at IS NULL;
CREATE INDEX notice_for_digest ON notices.notice (account_id) WHERE email = 'digest' AND letter_id IS NULL;
CREATE INDEX notice_letter ON notices.notice (letter_id) WHERE letter_id IS NOT NULL;
SELECT guard_account_table('notices.notice');

-- Where an account is reached outside the product.
CREATE TABLE notices.contact (
  account_id text PRIMARY KEY REFERENCES identity.user_account (id) ON DELETE CASCADE,
  address text,                           -- e-mail
  asked_at timestamptz,                   -- when the link to confirm it was asked for
  nonce text,                             -- of that link; null: it was used, or no longer holds
  confirmed_at timestamptz,               -- null: nothing but that link is sent there
  refused_at timestamptz,                 -- its server refused the address: nothing more is sent until it is confirmed anew
  rhythm text NOT NULL DEFAULT 'daily' CHECK (rhythm IN ('daily', 'weekly')), -- of the digest
  digested_on date                        -- the day of the last digest, by the calendar of the person
);
CREATE INDEX contact_address ON notices.contact (lower(address));
SELECT guard_account_table('notices.contact');

-- What an account chose for a topic; without a row the defaults of src/notices/topics.ts hold.
CREATE TABLE notices.choice (
  account_id text NOT NULL REFERENCES identity.user_account (id) ON DELETE CASCADE,
  topic text NOT NULL,
  in_app boolean NOT NULL,
  email text NOT NULL CHECK (email IN ('now', 'digest', 'off')),
  push boolean NOT NULL,
  PRIMARY KEY (account_id, topic)
);
SELECT guard_account_table('notices.choice');

-- A browser that shows notices although no page is open (Web Push, RFC 8030).
CREATE TABLE notices.device (
  id int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  account_id text NOT NULL REFERENCES identity.user_account (id) ON DELETE CASCADE,
  label text NOT NULL,
  endpoint text NOT NULL UNIQUE,
  p256dh text NOT NULL, auth text NOT NULL, -- its keys (RFC 8291)
  added_at timestamptz NOT NULL,
  reached_at timestamptz                  -- when its service last took something
);
CREATE INDEX device_account ON notices.device (account_id);
SELECT guard_account_table('notices.device');

CREATE TABLE notices.push (
  notice_id bigint NOT NULL REFERENCES notices.notice (id) ON DELETE CASCADE,
  device_id int NOT NULL REFERENCES notices.device (id) ON DELETE CASCADE,
  account_id text NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (notice_id, device_id)      -- gone once it was sent, or given up
);
CREATE INDEX push_waiting ON notices.push (next_at);
CREATE INDEX push_device ON notices.push (device_id);
SELECT guard_account_table('notices.push');

-- Both functions run as piawai_job, their owner: whoever says something to somebody need not see who that is or what else was said.
GRANT CREATE ON SCHEMA notices TO piawai_job;
SET LOCAL ROLE piawai_job;

-- Tells people something, whatever the scope of the transaction. `told`: new notices; `without`: people that have no open account.
CREATE FUNCTION notices.tell(given jsonb) RETURNS TABLE (told int, without int)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, notices AS $$
  WITH g AS (
    SELECT * FROM jsonb_to_recordset(given) AS g(n int, topic text, key text, duty boolean, title_id text, title_en text, body_id text, body_en text,
      href text, expires_on date, pegawai_ids int[], account_ids text[])
  ), person AS (
    SELECT g.n, u.pegawai_id, a.id AS account_id
    FROM g CROSS JOIN LATERAL unnest(g.pegawai_ids) AS u(pegawai_id)
    LEFT JOIN identity.user_account a ON a.pegawai_id = u.pegawai_id AND a.closed_at IS NULL
  ), account AS (
    SELECT n, account_id FROM person WHERE account_id IS NOT NULL
    UNION
    SELECT g.n, a.id FROM g CROSS JOIN LATERAL unnest(g.account_ids) AS u(account_id)
    JOIN identity.user_account a ON a.id = u.account_id AND a.closed_at IS NULL
  ), made AS (
    INSERT INTO notice (account_id, topic, key, duty, title_id, title_en, body_id, body_en, href, expires_on, in_app)
    SELECT once.account_id, g.topic, g.key, g.duty, g.title_id, g.title_en, g.body_id, g.body_en, g.href, g.expires_on,
           g.duty OR coalesce(c.in_app, true)
    FROM (SELECT w.account_id, min(w.n) AS n FROM account w JOIN g USING (n) GROUP BY w.account_id, g.key) once
    JOIN g USING (n) LEFT JOIN choice c ON c.account_id = once.account_id AND c.topic = g.topic
    ORDER BY g.n, once.account_id
    ON CONFLICT (account_id, key) DO NOTHING
    RETURNING 1
  )
  SELECT (SELECT count(*) FROM made)::int, (SELECT count(DISTINCT pegawai_id) FROM person WHERE account_id IS NULL)::int
$$;

-- How many notices an account has not read, up to 100: for the bell of every page.
CREATE FUNCTION notices.unread(of_account text, today date) RETURNS int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, notices AS $$
  SELECT count(*)::int FROM (SELECT FROM notice
    WHERE account_id = of_account AND in_app AND read_at IS NULL AND (expires_on IS NULL OR expires_on >= today) LIMIT 100) n
$$;

REVOKE ALL ON FUNCTION notices.tell(jsonb), notices.unread(text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notices.tell(jsonb), notices.unread(text, date) TO piawai_base;
RESET ROLE;
REVOKE CREATE ON SCHEMA notices FROM piawai_job;
