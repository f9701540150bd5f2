-- A database of saved links as the first version of the program made it: two links, one of them revoked.
CREATE TABLE "deepdive_link_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
CREATE INDEX "deepdive_link_history_s_idx" ON "deepdive_link_history" ("success");
INSERT INTO deepdive_link_history VALUES (1, '1', 'links', 'SQL', 'V1__links.sql', -1039099136, '', '2026-01-31 12:00:00.000', 3, 1);
create table deepdive_link (
  id varchar(32) primary key,
  path text not null,
  labels text not null,
  title text not null,
  note text not null,
  created bigint not null,
  expires bigint,
  revoked bigint,
  locked integer not null,
  owner varchar(64) not null,
  data_hash varchar(64) not null,
  rules_hash varchar(64) not null,
  code_hash varchar(64) not null,
  frozen_hash varchar(64) not null,
  frozen text not null
);
INSERT INTO deepdive_link VALUES ('firstLink2', '/explore/pcss/safe_local?by=sex', 'PRACTICE', 'Women feel safe', 'Its a "note"
of two lines', 1769860800000, 4102444800000, NULL, 1, 'abababababababababababababababababababababababababababababababab', 'da7a', '4u1e5', 'c0de', '5c912a3ab3dc7ff1dbbbe9d522d124b3c70d4ea9f760691660ab82a640b34bff', '{"title":"Women feel safe","subtitle":"Share of everyone","caption":["A caption."],"alt":"A chart.","wide":"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 400\" role=\"img\"><title>Women feel safe</title><rect width=\"10\" height=\"5\"/></svg>","narrow":"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 400\" role=\"img\"><title>Women feel safe</title><rect width=\"10\" height=\"5\"/></svg>","table":"<table class=\"dd-table\"><tbody><tr><td>61.5</td></tr></tbody></table>","csv":"sex,estimate,se\nfemale,0.615,0.01\n","json":"{\"rows\":[]}","shares":true,"query":"study=pcss&measure=safe_local","cli":"deepdive estimate pcss safe_local","java":"Studies.open(\"pcss\")"}');
INSERT INTO deepdive_link VALUES ('firstLink3', '/explore/pcss/safe_local?by=sex', 'PRACTICE', 'Ängste & Süd', '', 1769860800000, NULL, 1769947200000, 1, 'abababababababababababababababababababababababababababababababab', 'da7a', '4u1e5', 'c0de', '19e6a15e0d85b583c9c245801132c71c54bacdab29c41578d79d1ba54db99724', '{"title":"Ängste &amp; Süd","subtitle":"Share of everyone","caption":["A caption."],"alt":"A chart.","wide":"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 400\" role=\"img\"><title>Ängste &amp; Süd</title><rect width=\"10\" height=\"5\"/></svg>","narrow":"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 400\" role=\"img\"><title>Ängste &amp; Süd</title><rect width=\"10\" height=\"5\"/></svg>","table":"<table class=\"dd-table\"><tbody><tr><td>61.5</td></tr></tbody></table>","csv":"sex,estimate,se\nfemale,0.615,0.01\n","json":"{\"rows\":[]}","shares":true,"query":"study=pcss&measure=safe_local","cli":"deepdive estimate pcss safe_local","java":"Studies.open(\"pcss\")"}');
