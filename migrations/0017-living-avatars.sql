-- The mood of a profile's endless loop, and where a picture's owner sees the face.
alter table clip add column emotion text
  check (emotion in ('neutral', 'happy', 'sad', 'surprised', 'shy', 'angry'));
alter table picture add column face_points jsonb;
