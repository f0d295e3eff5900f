import { useEffect } from 'preact/hooks';
import { AsOfField } from './as-of-field.js';
import { Patterns } from './figures/patterns.js';
import { LiveIndicator } from './live/live-indicator.js';
import { useLive } from './live/use-live.js';
import { MissionPage } from './mission/mission-page.js';
import { MissionsPage } from './missions/missions-page.js';
import { NeedsPage } from './needs/needs-page.js';
import { PledgesPage } from './pledges/pledges-page.js';
import { ReportsPage } from './reports/reports-page.js';
import { hashOf, type Route } from './route.js';
import { capitalized } from './words/name-words.js';
import type { Live } from './live/use-live.js';
import { ViewsMenu } from './views-menu.js';
import { useRoute } from './use-route.js';

/** What every view stands in: the head with the way back, the day looked at, and whether the page is live. */
export function Page() {
  const route = useRoute();
  const { view, mission, asOf } = route;
  const title = mission ?? (view && capitalized(view));
  const live = useLive(mission);
  useEffect(() => {
    document.title = title === undefined ? 'Muster' : `${title} · Muster`;
  }, [title]);
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
        <ViewsMenu route={route} />
        {view !== 'reports' && <AsOfField route={route} />}
        <LiveIndicator live={live} />
      </header>
      <View route={route} live={live} />
    </>
  );
}

function View({ route, live }: { readonly route: Route; readonly live: Live }) {
  const { view, mission, open, asOf } = route;
  if (view === 'pledges') return <PledgesPage route={route} live={live} />;
  if (view === 'reports') return <ReportsPage route={route} live={live} />;
  if (view === 'needs') return <NeedsPage route={route} live={live} />;
  if (mission === undefined) return <MissionsPage asOf={asOf} live={live} />;
  return <MissionPage key={mission} mission={mission} open={open} asOf={asOf} live={live} />;
}
