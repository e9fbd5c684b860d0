-- A letter that no longer holds stays in its list with its number, and says who withdrew it and why.
ALTER TABLE class_letter ADD COLUMN withdrawn_at timestamptz, ADD COLUMN withdrawn_by text, ADD COLUMN withdrawn_by_name text, ADD COLUMN withdrawn_why text,
  ADD CHECK (num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_by_name, withdrawn_why) IN (0, 4));
ALTER TABLE activity_letter ADD COLUMN withdrawn_at timestamptz, ADD COLUMN withdrawn_by text, ADD COLUMN withdrawn_by_name text, ADD COLUMN withdrawn_why text,
  ADD CHECK (num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_by_name, withdrawn_why) IN (0, 4));

-- When and where a letter says the class is held, so that one is found that says other days than the class now has. Of those issued before it is
-- not known what they say; they are taken to be right until the class moves.
ALTER TABLE class_letter ADD COLUMN starts_on date, ADD COLUMN ends_on date, ADD COLUMN place text;
UPDATE class_letter l SET starts_on = c.starts_on, ends_on = c.ends_on, place = c.place FROM course_class c WHERE c.id = l.class_id;
