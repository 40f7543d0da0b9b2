-- What the pages modules derive besides the tables of 0001.

-- A shorter title for navigation, when the front matter has one.
alter table page add column nav_label text;

-- Blocks that are gone from a page, so that a text that returns gets its identity back.
create table page_past_block (
  page_id uuid not null references page,
  text_hash text not null,
  block_id text not null,
  number integer not null,
  primary key (page_id, text_hash, block_id)
);

-- The stemming of a language where PostgreSQL has one; plain words otherwise.
create function search_config(locale text) returns regconfig
language sql immutable parallel safe
return case split_part(locale, '-', 1)
  when 'ar' then 'arabic'::regconfig when 'ca' then 'catalan'::regconfig
  when 'da' then 'danish'::regconfig when 'de' then 'german'::regconfig
  when 'el' then 'greek'::regconfig when 'en' then 'english'::regconfig
  when 'es' then 'spanish'::regconfig when 'fi' then 'finnish'::regconfig
  when 'fr' then 'french'::regconfig when 'hi' then 'hindi'::regconfig
  when 'hu' then 'hungarian'::regconfig when 'id' then 'indonesian'::regconfig
  when 'it' then 'italian'::regconfig when 'lt' then 'lithuanian'::regconfig
  when 'nl' then 'dutch'::regconfig when 'no' then 'norwegian'::regconfig
  when 'pt' then 'portuguese'::regconfig when 'ro' then 'romanian'::regconfig
  when 'ru' then 'russian'::regconfig when 'sr' then 'serbian'::regconfig
  when 'sv' then 'swedish'::regconfig when 'ta' then 'tamil'::regconfig
  when 'tr' then 'turkish'::regconfig
  else 'simple'::regconfig
end;

-- Words as written, with their places, find names, beginnings and phrases; stems find inflections. Both come as lists
-- of words made by the application: the parser is slow on whole texts, and knows no words in scripts without spaces.
create function search_document(locale text, title_lexemes text, title_words text, body_lexemes text, body_words text)
returns tsvector
language sql immutable parallel safe
return setweight(title_lexemes::tsvector || to_tsvector(search_config(locale), title_words), 'A')
  || body_lexemes::tsvector || strip(to_tsvector(search_config(locale), body_words));

create index revision_page_author on revision (page_id, author_id, created_at desc);
