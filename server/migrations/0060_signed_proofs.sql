-- A proof is signed now, and its row needs no secret. Whoever holds one of before, which lives ten minutes, asks for a new code.
alter table verification_tokens drop column secret;
