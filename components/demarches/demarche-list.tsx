import { Padlock } from "@/components/ui/padlock";
import { StatusTag } from "@/components/ui/status-tag";
import { whyUnavailable, type Unavailable } from "@/lib/demarches/status";
import type { DemarcheCard, FoundDemarche } from "@/lib/demarches/types";
import { enumerate } from "@/lib/shared/text";

type Props = {
  demarches: readonly (DemarcheCard | FoundDemarche)[];
  /** Civil day: what is open is said for that day. */
  today: string;
  headingLevel?: 2 | 3;
  /** Says the theme of each, where the list mixes them. */
  showsTheme?: boolean;
};

/** Démarches one below the other, each with what must be known before opening it: padlock (F87), season, quota (F88). */
export function DemarcheList({ demarches, today, headingLevel = 3, showsTheme = false }: Props) {
  const Heading = headingLevel === 2 ? "h2" : "h3";
  return (
    <ul className="demarche-list">
      {demarches.map((demarche) => (
        <li key={demarche.slug} className="demarche-card">
          <Heading className="demarche-card-title">
            <a href={`/demarches/${demarche.slug}`}>{demarche.title}</a>
          </Heading>
          <p className="demarche-card-text">{demarche.summary}</p>
          {"matched" in demarche && demarche.matched.length > 0 ? <Reason words={demarche.matched} /> : null}
          <Notes demarche={demarche} today={today} showsTheme={showsTheme} />
        </li>
      ))}
    </ul>
  );
}

/** Why a démarche answers to a search, where neither its title nor its summary shows it. */
function Reason({ words }: { words: readonly string[] }) {
  return (
    <p className="demarche-card-text">Concerne aussi : {enumerate(words.map((word) => `«\u00a0${word}\u00a0»`))}.</p>
  );
}

function Notes({ demarche, today, showsTheme }: { demarche: DemarcheCard; today: string; showsTheme: boolean }) {
  const unavailable = whyUnavailable(demarche, today);
  const needsAccount = demarche.access === "account";
  if (!unavailable && !needsAccount && !showsTheme) return null;
  return (
    <p className="demarche-card-notes">
      {showsTheme ? <span>{demarche.theme.name}</span> : null}
      {needsAccount ? <Padlock /> : null}
      {unavailable ? <StatusTag tone="attention" label={unavailableLabels[unavailable]} /> : null}
    </p>
  );
}

const unavailableLabels: Record<Unavailable, string> = {
  not_open_yet: "Pas encore ouverte",
  closed: "Fermée",
  // A list may be a minute old: a place given back since would make « atteint » untrue beside the démarche's own page.
  quota_reached: "Quota atteint ou presque",
};
