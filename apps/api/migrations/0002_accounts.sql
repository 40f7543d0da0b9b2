-- Accounts: how a person signs in. The columns are those of better-auth 1.7 under our names; the library writes them,
-- `modules/accounts/auth.ts` maps them.

create table account_user (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  -- Set: no session is started for this account, and those that exist count for nothing.
  disabled_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table account_session (
  id text primary key,
  user_id text not null references account_user on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index account_session_user on account_session (user_id);
create index account_session_expiry on account_session (expires_at);

-- One way to sign in: today a password (scrypt), later other providers.
create table account_credential (
  id text primary key,
  user_id text not null references account_user on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index account_credential_user on account_credential (user_id);

create table account_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index account_verification_identifier on account_verification (identifier);

-- Attempts to sign in or up, by account and by address (rate-limiter-flexible). Losing them loses nothing.
create table account_attempt (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
create index account_attempt_expire on account_attempt (expire);

-- Removing an account leaves the person, and so the authorship, standing.
alter table person
  add constraint person_account foreign key (user_id) references account_user on delete set null;
