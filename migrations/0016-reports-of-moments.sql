-- A moment can be reported, too: its words are nobody's picture.
alter table safety_report drop constraint safety_report_subject_kind_check;
alter table safety_report add constraint safety_report_subject_kind_check check (subject_kind in ('picture', 'clip', 'moment'));
