-- How a name was erased, and by what a later version knows it, is written once, with the erasure.
CREATE OR REPLACE FUNCTION record_name_only_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind <> OLD.kind OR NEW.subject_id <> OLD.subject_id OR NEW.key <> OLD.key OR NEW.commitment <> OLD.commitment
    OR (NEW.name IS DISTINCT FROM OLD.name AND NEW.name IS NOT NULL)
    OR (NEW.salt IS DISTINCT FROM OLD.salt AND NEW.salt IS NOT NULL)
    OR (OLD.erased_at IS NOT NULL AND NEW.erased_at IS NULL) THEN
    RAISE EXCEPTION 'record_names: a name can only be erased' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD.erased_at IS NOT NULL AND (NEW.erased_at, NEW.erased_by, NEW.erased_because, NEW.erased_mark)
    IS DISTINCT FROM (OLD.erased_at, OLD.erased_by, OLD.erased_because, OLD.erased_mark) THEN
    RAISE EXCEPTION 'record_names: what was erased stays as it was' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
