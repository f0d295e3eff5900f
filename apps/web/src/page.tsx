import { useEffect } from 'preact/hooks';
import { AsOfField } from './as-of-field.js';
import { Patterns } from './figures/patterns.js';
import { LiveIndicator } from './live/live-indicator.js';
import { useLive } from './live/use-live.js';
import { MissionPage } from './mission/mission-page.js';
import { MissionsPage } from './missions/missions-page.js';
import { hashOf } from './route.js';
import { useRoute } from './use-route.js';

/** What every view stands in: the head with the way back, the day looked at, and whether the page is live. */
export function Page() {
  const route = useRoute();
  const { mission, asOf } = route;
  const live = useLive(mission);
  useEffect(() => {
    document.title = mission === undefined ? 'Muster' : `${mission} · Muster`;
  }, [mission]);
  return (
    <>
      <Patterns />
      <a
        class="skip"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          document.querySelector<HTMLElement>('h1')?.focus();
        }}
      >
        Skip to the figures
      </a>
      <header class="head">
        <a class="brand" href={hashOf({ ...(asOf && { asOf }) })}>
          Muster
        </a>
        <span class="brand-says">Force generation monitor</span>
        <AsOfField route={route} />
        <LiveIndicator live={live} />
      </header>
      {mission === undefined ? (
        <MissionsPage asOf={asOf} live={live} />
      ) : (
        <MissionPage key={mission} mission={mission} asOf={asOf} live={live} />
      )}
    </>
  );
}
