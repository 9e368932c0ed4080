CREATE TABLE `bookings` (
	`id` text PRIMARY KEY NOT NULL,
	`date` text NOT NULL,
	`start` integer NOT NULL,
	`data` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `bookings_date` ON `bookings` (`date`,`start`);--> statement-breakpoint
ALTER TABLE `people` ADD `id_mark` text;--> statement-breakpoint
ALTER TABLE `people` ADD `phone_mark` text;--> statement-breakpoint
CREATE INDEX `people_id_mark` ON `people` (`id_mark`) WHERE id_mark is not null;--> statement-breakpoint
CREATE INDEX `people_phone_mark` ON `people` (`phone_mark`) WHERE phone_mark is not null;