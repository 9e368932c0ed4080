CREATE TABLE `item_versions` (
	`item` text NOT NULL,
	`version` integer NOT NULL,
	`data` text NOT NULL,
	`author` text NOT NULL,
	`at` integer NOT NULL,
	`submitted_at` integer,
	`verdict` text,
	`decided_by` text,
	`decided_at` integer,
	`note` blob,
	`withdrawn_at` integer,
	PRIMARY KEY(`item`, `version`)
);
--> statement-breakpoint
CREATE TABLE `items` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`published_version` integer,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `media` (
	`id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`bytes` integer NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`seconds` real,
	`pages` text,
	`by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `media_sha256` ON `media` (`sha256`);--> statement-breakpoint
CREATE TABLE `plays` (
	`hour` integer NOT NULL,
	`screen` text NOT NULL,
	`item` text NOT NULL,
	`version` integer NOT NULL,
	`plays` integer NOT NULL,
	`seconds` real NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`hour`, `screen`, `item`, `version`)
);
--> statement-breakpoint
CREATE TABLE `screens` (
	`device` text PRIMARY KEY NOT NULL,
	`settings` text NOT NULL
);
