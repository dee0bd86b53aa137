-- People without an account report things, too: the answers to them are kept under the nil uuid, which is nobody's.
alter table idempotent_answer drop constraint idempotent_answer_person_fkey;
