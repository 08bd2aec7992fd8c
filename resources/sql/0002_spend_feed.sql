-- What other servers charge is read as it comes (the usage feed's position), and old charges are forgotten by age.

ALTER TABLE spend ADD COLUMN change_seq INTEGER NOT NULL DEFAULT 0;

CREATE INDEX spend_by_change ON spend (change_seq);

CREATE INDEX charge_by_age ON charge (at);
