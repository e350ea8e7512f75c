using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Operations;

/// <summary>
/// GET /api/operations/incidents: what failed, newest first, by keyset; with the first page, how many failed alike. The organisation of an incident is that of the
/// case its process is about, which no column says: rows are read in batches and sorted out before a page is cut, so a page is full as long as there is more to see.
/// </summary>
public sealed class ListIncidents(CaseDbContext db, OperatorScope scope, DefinitionStore definitions)
{
    private const int Batch = 500;
    private const int MostLines = 200;

    public sealed record Line(
        string InstanceId, string ActivityInstanceId, string ActivityId, string DefinitionId, int DefinitionVersion, string Code, string Reason, DateTime OccurredAt,
        string? Subject, bool Suspended)
    {
        /// <summary>Of the case or task that the process is about; null where it is about none.</summary>
        public string? Number { get; init; }

        public string Step { get; init; } = "";

        /// <summary>By which the step can be left when it is skipped.</summary>
        public IReadOnlyList<string> Outcomes { get; init; } = [];
    }

    public sealed record Group(string DefinitionId, int DefinitionVersion, string ActivityId, string Code, int Count, string Reason, DateTime LastAt)
    {
        public string Step { get; init; } = "";

        public IReadOnlyList<string> Outcomes { get; init; } = [];
    }

    public sealed record Answer(IReadOnlyList<Group> Groups, IReadOnlyList<Line> Items, string? Next);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/operations/incidents", (ListIncidents door, CurrentAccount me, HttpContext context, string? after, int? take, CancellationToken cancellation) => door.HandleAsync(me, Texts.LanguageOf(context), after, take, cancellation))
        .RequireAuthorization(Permissions.Policy(Permissions.EngineOperate)).WithName("operations.incidents");

    public async Task<Answer> HandleAsync(CurrentAccount me, string language, string? after, int? take, CancellationToken cancellation = default)
    {
        var (cursor, count) = (Cursor.TryParse(after), Math.Clamp(take ?? 100, 1, MostLines));
        var (shown, alike) = (new List<Line>(), cursor is null ? new Dictionary<(string, int, string, string), Group>() : null);
        // The groups count everything; a later page needs only its own lines and one more.
        await foreach (var line in SeenAsync(me, cursor, cancellation))
        {
            if (shown.Count <= count)
            {
                shown.Add(line);
            }
            else if (alike is null)
            {
                break;
            }

            Count(alike, line);
        }

        var items = shown.Take(count).ToList();
        var next = shown.Count > count ? new Cursor(items[^1].OccurredAt, items[^1].ActivityInstanceId).ToString() : null;
        var groups = (alike?.Values ?? Enumerable.Empty<Group>()).OrderByDescending(group => group.Count).ThenByDescending(group => group.LastAt).ToList();
        return await InWordsAsync(groups, items, next, language, cancellation);
    }

    private async Task<Answer> InWordsAsync(List<Group> groups, List<Line> items, string? next, string language, CancellationToken cancellation)
    {
        var words = await IncidentWords.ReadAsync(db, definitions, groups.Select(PlaceOf).Concat(items.Select(PlaceOf)), items.Select(line => line.Subject), language, cancellation);
        return new(
            [.. groups.Select(group => words.Of(PlaceOf(group)) is var (step, outcomes) ? group with { Step = step, Outcomes = outcomes } : group)],
            [.. items.Select(line => words.Of(PlaceOf(line)) is var (step, outcomes) ? line with { Step = step, Outcomes = outcomes, Number = words.NumberOf(line.Subject) } : line)],
            next);
    }

    private static Place PlaceOf(Group group) => new(group.DefinitionId, group.DefinitionVersion, group.ActivityId);

    private static Place PlaceOf(Line line) => new(line.DefinitionId, line.DefinitionVersion, line.ActivityId);

    private async IAsyncEnumerable<Line> SeenAsync(CurrentAccount me, Cursor? after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        for (List<Line>? batch = null; batch is null || batch.Count == Batch; after = batch.Count == 0 ? after : new Cursor(batch[^1].OccurredAt, batch[^1].ActivityInstanceId))
        {
            batch = await Lines(after).Take(Batch).ToListAsync(cancellation);
            var sees = await scope.SubjectsAsync(me, batch.Select(line => line.Subject), cancellation);
            foreach (var line in batch.Where(line => sees(line.Subject)))
            {
                yield return line;
            }
        }
    }

    private IQueryable<Line> Lines(Cursor? after) => db.Set<IncidentRow>().AsNoTracking()
        .Where(row => after == null || row.OccurredAt < after.At || (row.OccurredAt == after.At && row.ActivityInstanceId.CompareTo(after.Id) > 0))
        .Join(db.Set<InstanceRow>(), incident => incident.InstanceId, instance => instance.Id, (incident, instance) => new { incident, instance })
        .OrderByDescending(pair => pair.incident.OccurredAt).ThenBy(pair => pair.incident.ActivityInstanceId)
        .Select(pair => new Line(
            pair.incident.InstanceId, pair.incident.ActivityInstanceId, pair.incident.ActivityId, pair.incident.DefinitionId, pair.instance.DefinitionVersion,
            pair.incident.Code, pair.incident.Reason, pair.incident.OccurredAt, pair.instance.CorrelationId, pair.instance.Paused));

    private static void Count(Dictionary<(string, int, string, string), Group>? alike, Line line)
    {
        if (alike is not null)
        {
            var key = (line.DefinitionId, line.DefinitionVersion, line.ActivityId, line.Code);
            alike[key] = alike.TryGetValue(key, out var group)
                ? group with { Count = group.Count + 1 }
                : new Group(line.DefinitionId, line.DefinitionVersion, line.ActivityId, line.Code, 1, line.Reason, line.OccurredAt);
        }
    }
}
