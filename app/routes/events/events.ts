import type { LoaderFunctionArgs } from '@remix-run/node';
import { findMember } from '~/app/auth/require-member.server';
import type { Deps } from '~/app/services/deps.server';
import { allowTopics } from '~/app/services/progress/allow-topics.server';
import { EVENT_STREAM_HEADERS, openEventStream } from '~/app/services/progress/event-stream.server';
import { parseTopic } from '~/app/services/progress/progress-topic';

const MAX_TOPICS = 20;

/** The browser asks again by itself as long as the page is open: that is no activity, so it must not lengthen the session. */
function withoutLengthening(deps: Deps): Deps {
  return { ...deps, settings: { ...deps.settings, sessionIdleMinutes: 0 } };
}

/**
 * `/events?topics=round:<id>,assignment:<id>`: server-sent events. 204 tells the browser to stop asking: nobody is signed in, or none of the
 * topics may be followed.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const member = await findMember(request, { deps: withoutLengthening(context.deps) });
  if (!member) return new Response(null, { status: 204 });
  const texts = (new URL(request.url).searchParams.get('topics') ?? '').split(',').slice(0, MAX_TOPICS);
  const wanted = texts.map(parseTopic).filter((topic) => topic !== null);
  const topics = await allowTopics(context.deps, member, wanted);
  if (topics.length === 0) return new Response(null, { status: 204 });
  return new Response(openEventStream(context.progress, topics, { signal: request.signal }), { headers: EVENT_STREAM_HEADERS });
}
