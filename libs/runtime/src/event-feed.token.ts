/** Where the feed is asked for: whichever wire this process runs on. */
export const eventFeedToken = Symbol('EventFeed');
