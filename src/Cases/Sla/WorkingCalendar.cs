using System.Text.Json;

namespace CaseMgmt.Cases.Sla;

/// <summary>
/// Working time: sessions of a working day, weekends, holidays and make-up days. Pure; instants are UTC, the sessions are local.
/// A day outside the listed years counts as an ordinary weekday or weekend, so that a missing year shifts deadlines by days and never stops the clock.
/// </summary>
public sealed class WorkingCalendar
{
    /// <summary>No limit of the house is longer; a walk that gets this far has met a calendar without working time.</summary>
    private const int LongestWalkDays = 4000;

    private readonly TimeSpan offset;
    private readonly IReadOnlyList<(TimeSpan From, TimeSpan To)> sessions;
    private readonly HashSet<DateOnly> holidays;
    private readonly HashSet<DateOnly> makeUpDays;

    public WorkingCalendar(CalendarFile file)
    {
        offset = TimeSpan.Parse(file.UtcOffset.TrimStart('+'), System.Globalization.CultureInfo.InvariantCulture);
        sessions = [.. file.Sessions.Select(session => (session.From.ToTimeSpan(), session.To.ToTimeSpan())).OrderBy(session => session.Item1)];
        holidays = [.. file.Holidays.SelectMany(Days)];
        makeUpDays = [.. file.MakeUpDays];
        if (sessions.Count == 0 || sessions.Any(session => session.To <= session.From))
        {
            throw new FormatException("The calendar needs at least one session, each ending after it begins.");
        }
    }

    /// <summary>Reads every calendar file of a folder into one calendar; offset and sessions are those of the last year.</summary>
    public static WorkingCalendar Load(string folder)
    {
        var files = Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal)
            .Select(path => JsonSerializer.Deserialize<CalendarFile>(File.ReadAllText(path), JsonSerializerOptions.Web)!).ToList();
        return files.Count == 0
            ? throw new FileNotFoundException($"No calendar file in {folder}.")
            : new WorkingCalendar(files[^1] with
            {
                Holidays = [.. files.SelectMany(file => file.Holidays)],
                MakeUpDays = [.. files.SelectMany(file => file.MakeUpDays)],
            });
    }

    public bool IsWorkingDay(DateOnly day) =>
        makeUpDays.Contains(day) || (!holidays.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>The instant at which <paramref name="work"/> of working time has passed since <paramref name="fromUtc"/>: the end of a session rather than the start of the next.</summary>
    public DateTime Add(DateTime fromUtc, TimeSpan work)
    {
        var left = work;
        foreach (var (begin, end) in SessionsFrom(fromUtc))
        {
            if (left <= end - begin)
            {
                return begin + left;
            }

            left -= end - begin;
        }

        throw new InvalidOperationException("The calendar has no working time.");
    }

    /// <summary>Working time between two instants; zero when the second is not later.</summary>
    public TimeSpan Between(DateTime fromUtc, DateTime toUtc)
    {
        var sum = TimeSpan.Zero;
        foreach (var (begin, end) in SessionsFrom(fromUtc))
        {
            if (begin >= toUtc)
            {
                return sum;
            }

            sum += (end < toUtc ? end : toUtc) - begin;
        }

        return sum;
    }

    /// <summary>From when on less than one working day is left: the instant at which a due time changes its colour. Null for none.</summary>
    public DateTime? SoonBefore(DateTime? dueUtc)
    {
        var left = WorkingDay;
        foreach (var (begin, end) in dueUtc is { } due ? SessionsBefore(due) : [])
        {
            if (left <= end - begin)
            {
                return end - left;
            }

            left -= end - begin;
        }

        return null;
    }

    /// <summary>The length of one working day, for limits given in days.</summary>
    public TimeSpan WorkingDay => sessions.Aggregate(TimeSpan.Zero, (sum, session) => sum + (session.To - session.From));

    private IEnumerable<(DateTime Begin, DateTime End)> SessionsFrom(DateTime fromUtc)
    {
        var firstDay = DateOnly.FromDateTime(fromUtc + offset);
        for (var walked = 0; walked < LongestWalkDays; walked++)
        {
            foreach (var (begin, end) in SessionsOf(firstDay.AddDays(walked)).Where(session => session.End > fromUtc))
            {
                yield return (begin > fromUtc ? begin : fromUtc, end);
            }
        }
    }

    /// <summary>Backwards from an instant, the latest first.</summary>
    private IEnumerable<(DateTime Begin, DateTime End)> SessionsBefore(DateTime toUtc)
    {
        var lastDay = DateOnly.FromDateTime(toUtc + offset);
        for (var walked = 0; walked < LongestWalkDays; walked++)
        {
            foreach (var (begin, end) in SessionsOf(lastDay.AddDays(-walked)).Reverse().Where(session => session.Begin < toUtc))
            {
                yield return (begin, end < toUtc ? end : toUtc);
            }
        }
    }

    private IEnumerable<(DateTime Begin, DateTime End)> SessionsOf(DateOnly day)
    {
        var midnight = DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc) - offset;
        return IsWorkingDay(day) ? sessions.Select(session => (midnight + session.From, midnight + session.To)) : [];
    }

    private static IEnumerable<DateOnly> Days(CalendarPeriod period)
    {
        for (var day = period.From; day <= period.To; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}

/// <summary>A calendar file of one year, definitions/calendar/{year}.json.</summary>
public sealed record CalendarFile(
    int Year, string UtcOffset, IReadOnlyList<CalendarSession> Sessions, IReadOnlyList<CalendarPeriod> Holidays, IReadOnlyList<DateOnly> MakeUpDays);

public sealed record CalendarSession(TimeOnly From, TimeOnly To);

public sealed record CalendarPeriod(string Name, DateOnly From, DateOnly To);
