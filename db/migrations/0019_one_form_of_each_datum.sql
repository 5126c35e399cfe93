-- Rows written before each datum had one form (docs/decisions/036) take it; what is searched is folded anew (lib/shared/search-text.ts).
CREATE FUNCTION "parvis_searched"("kept" text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	WITH "plain" AS (
		SELECT btrim(regexp_replace(regexp_replace(
			replace(replace(replace(replace(translate("kept", 'øłđðħŧŋı', 'olddhtni'), 'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'), 'þ', 'th'),
			E'[\'\u2018\u2019\u201b\u2032\u02b9\u02bb\u02bc\u02bd\u00b4`\uff07\ua78c]', '', 'g'
		), '[\s-]+', ' ', 'g')) AS "text"
	)
	SELECT concat_ws(' ', "text", (
		SELECT string_agg(replace("run"[1], ' ', ''), ' ')
		FROM regexp_matches("text", '((?:(?<![^ ])[^ ]{1,3} )+[^ ]+)', 'g') AS "run"
	)) FROM "plain"
$$;--> statement-breakpoint
-- RFC 3492: « xn--bibliothque-59a » is « bibliothèque ».
CREATE FUNCTION "parvis_label"("label" text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
	"coded" text := substr("label", 5);
	"cut" int := length("coded") - position('-' IN reverse("coded"));
	"out" int[] := '{}';
	"n" int := 128; "i" int := 0; "bias" int := 72;
	"old" int; "w" int; "k" int; "t" int; "digit" int; "delta" int; "size" int;
	"rest" text;
BEGIN
	IF "label" NOT LIKE 'xn--%' THEN RETURN "label"; END IF;
	IF position('-' IN "coded") = 0 THEN "cut" := 0; END IF;
	"out" := ARRAY(SELECT ascii("c") FROM regexp_split_to_table(left("coded", "cut"), '') AS "c" WHERE "c" <> '');
	"rest" := substr("coded", CASE WHEN position('-' IN "coded") = 0 THEN 1 ELSE "cut" + 2 END);
	WHILE "rest" <> '' LOOP
		"old" := "i"; "w" := 1; "k" := 36;
		LOOP
			"digit" := CASE WHEN left("rest", 1) BETWEEN '0' AND '9' THEN ascii("rest") - 22 ELSE ascii("rest") - 97 END;
			"rest" := substr("rest", 2);
			"i" := "i" + "digit" * "w";
			"t" := CASE WHEN "k" <= "bias" THEN 1 WHEN "k" >= "bias" + 26 THEN 26 ELSE "k" - "bias" END;
			EXIT WHEN "digit" < "t";
			IF "rest" = '' THEN RAISE EXCEPTION 'no such label'; END IF;
			"w" := "w" * (36 - "t"); "k" := "k" + 36;
		END LOOP;
		"size" := coalesce(array_length("out", 1), 0) + 1;
		"delta" := CASE WHEN "old" = 0 THEN ("i" - "old") / 700 ELSE ("i" - "old") / 2 END;
		"delta" := "delta" + "delta" / "size"; "k" := 0;
		WHILE "delta" > 455 LOOP "delta" := "delta" / 35; "k" := "k" + 36; END LOOP;
		"bias" := "k" + 36 * "delta" / ("delta" + 38);
		"n" := "n" + "i" / "size"; "i" := "i" % "size";
		"out" := "out"[:"i"] || "n" || "out"["i" + 1:]; "i" := "i" + 1;
	END LOOP;
	RETURN (SELECT string_agg(chr("c"), '' ORDER BY "at") FROM unnest("out") WITH ORDINALITY AS "u"("c", "at"));
END
$$;--> statement-breakpoint
CREATE FUNCTION "parvis_email"("kept" text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	WITH "seen" AS (
		SELECT regexp_replace("kept", E'[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]', '', 'g') AS "text"
	)
	SELECT translate(split_part("text", '@', 1), E'\u2018\u2019', '''''') || '@' || (
		SELECT string_agg("parvis_label"("l"), '.' ORDER BY "at")
		FROM unnest(string_to_array(split_part("text", '@', 2), '.')) WITH ORDINALITY AS "u"("l", "at")
	) FROM "seen"
$$;--> statement-breakpoint
-- One that cannot be read, or whose form another account has, stays as it is: its owner signs in with the identifiant.
DO $$
DECLARE "one" record; "form" text;
	"odd" text := E'xn--|[\u2018\u2019\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]';
BEGIN
	FOR "one" IN SELECT "id", "email" FROM "accounts" WHERE "email" ~ "odd" LOOP
		BEGIN
			"form" := "parvis_email"("one"."email");
			UPDATE "accounts" SET "email" = "form", "search_text" = replace("search_text", "one"."email", lower(unaccent("form"))) WHERE "id" = "one"."id";
		EXCEPTION WHEN OTHERS THEN NULL;
		END;
	END LOOP;
	FOR "one" IN SELECT "id", "email" FROM "agents" WHERE "email" ~ "odd" LOOP
		BEGIN
			UPDATE "agents" SET "email" = "parvis_email"("one"."email") WHERE "id" = "one"."id";
		EXCEPTION WHEN OTHERS THEN NULL;
		END;
	END LOOP;
	FOR "one" IN SELECT "id", "email" FROM "relations" WHERE "email" ~ "odd" LOOP
		BEGIN
			UPDATE "relations" SET "email" = "parvis_email"("one"."email") WHERE "id" = "one"."id";
		EXCEPTION WHEN OTHERS THEN NULL;
		END;
	END LOOP;
END
$$;--> statement-breakpoint
CREATE FUNCTION "parvis_phone"("kept" text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT CASE
		WHEN "kept" ~ '^\+33(26[239]|639(?!98)|69[23]|7092|7093[5-9])\d*$' THEN '+262' || substr("kept", 4)
		WHEN "kept" ~ '^\+33(590|69[01]|7090)\d*$' THEN '+590' || substr("kept", 4)
		WHEN "kept" ~ '^\+33(594|694|7093[0-4])\d*$' THEN '+594' || substr("kept", 4)
		WHEN "kept" ~ '^\+33(596|69[67]|7091)\d*$' THEN '+596' || substr("kept", 4)
		WHEN "kept" ~ '^\+33508\d{6}$' THEN '+508' || substr("kept", 7)
		WHEN "kept" ~ '^\+33708\d{6}$' THEN '+508' || substr("kept", 4)
		ELSE "kept" END
$$;--> statement-breakpoint
UPDATE "accounts" SET "phone" = "parvis_phone"("phone"), "mobile" = "parvis_phone"("mobile")
	WHERE "phone" ~ '^\+33(26|508|59|639|69|70)' OR "mobile" ~ '^\+33(26|508|59|639|69|70)';--> statement-breakpoint
UPDATE "relations" SET "phone" = "parvis_phone"("phone") WHERE "phone" ~ '^\+33(26|508|59|639|69|70)';--> statement-breakpoint
CREATE FUNCTION "parvis_name"("kept" text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT regexp_replace("kept", E'[\'\u2018\u201b\u2032\u02b9\u02bb\u02bc\u02bd\u00b4`\uff07\ua78c]', E'\u2019', 'g')
$$;--> statement-breakpoint
UPDATE "accounts" SET "first_name" = "parvis_name"("first_name"), "last_name" = "parvis_name"("last_name")
	WHERE "first_name" <> "parvis_name"("first_name") OR "last_name" <> "parvis_name"("last_name");--> statement-breakpoint
UPDATE "relations" SET "first_name" = "parvis_name"("first_name"), "last_name" = "parvis_name"("last_name")
	WHERE "first_name" <> "parvis_name"("first_name") OR "last_name" <> "parvis_name"("last_name");--> statement-breakpoint
UPDATE "agents" SET "name" = "parvis_name"("name") WHERE "name" <> "parvis_name"("name");--> statement-breakpoint
UPDATE "accounts" SET "search_text" = "parvis_searched"("search_text") WHERE "search_text" <> "parvis_searched"("search_text");--> statement-breakpoint
UPDATE "demandes" SET "search_name" = "parvis_searched"("search_name") WHERE "search_name" <> "parvis_searched"("search_name");--> statement-breakpoint
DROP FUNCTION "parvis_name"(text);--> statement-breakpoint
DROP FUNCTION "parvis_phone"(text);--> statement-breakpoint
DROP FUNCTION "parvis_email"(text);--> statement-breakpoint
DROP FUNCTION "parvis_label"(text);--> statement-breakpoint
DROP FUNCTION "parvis_searched"(text);
