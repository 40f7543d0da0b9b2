// Whole dates, not "2 days ago": the HTML is cached and must stay true.
const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const minute = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});

export function Day({ at }: { at: string }) {
  return (
    <time dateTime={at} title={`${dayOf(at)}, ${timeOf(at)} UTC`}>
      {dayOf(at)}
    </time>
  );
}

export function TimeOfDay({ at }: { at: string }) {
  return (
    <time dateTime={at} title={`${dayOf(at)}, ${timeOf(at)} UTC`}>
      {timeOf(at)}
    </time>
  );
}

export function DayAndTime({ at }: { at: string }) {
  return (
    <time dateTime={at}>
      {dayOf(at)}, {timeOf(at)} UTC
    </time>
  );
}

export function dayOf(at: string): string {
  return day.format(new Date(at));
}

function timeOf(at: string): string {
  return minute.format(new Date(at));
}
