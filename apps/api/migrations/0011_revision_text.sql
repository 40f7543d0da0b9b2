-- Where a text stood before in its page: going back to it gives its lines their authors back.
create index revision_text on revision (page_id, content_hash, number);
