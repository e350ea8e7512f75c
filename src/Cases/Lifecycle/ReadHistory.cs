using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>GET /api/cases/{id}/history and /api/tasks/{id}/history: the hash chain as it was written, oldest first.</summary>
public sealed class ReadHistory(CaseDbContext db, DefinitionStore definitions, TimeProvider time)
{
    private const int Page = 100;

    public sealed record Line(
        long Seq, DateTime At, string ActorName, string Kind, string? From, string? To, string? Outcome, string? Comment, int? DefinitionVersion, JsonNode? Data, string Hash);

    public sealed record Answer(IReadOnlyList<Line> Items, string? Next);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/cases/{id:long}/history", (long id, long? after, ReadHistory door, CurrentAccount me, HttpContext context, CancellationToken cancellation) =>
                door.HandleAsync(SubjectRef.Case(id), after, me, Texts.LanguageOf(context), cancellation))
            .RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("cases.history");
        api.MapGet("/tasks/{id:long}/history", (long id, long? after, ReadHistory door, CurrentAccount me, HttpContext context, CancellationToken cancellation) =>
                door.HandleAsync(SubjectRef.Task(id), after, me, Texts.LanguageOf(context), cancellation))
            .RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("tasks.history");
    }

    public async Task<IResult> HandleAsync(SubjectRef subject, long? after, CurrentAccount me, string language, CancellationToken cancellation = default)
    {
        if (await SubjectPaths.FindAsync(db, subject, cancellation) is not { } path || !me.Sees(path))
        {
            return Problem.NotFound();
        }

        var name = subject.ToString();
        var rows = await db.Set<HistoryRow>().AsNoTracking().Where(row => row.Subject == name && row.Seq > (after ?? 0))
            .OrderBy(row => row.Seq).Take(Page + 1).ToListAsync(cancellation);
        var shown = rows.Take(Page).ToList();
        var people = await PeopleAsync(shown, cancellation);
        var hidden = await SealedAsync(name, me, cancellation);
        var lines = new List<Line>();
        foreach (var row in shown)
        {
            var line = await LineAsync(row, people, language, cancellation);
            lines.Add(row.Kind == "work-item.completed" && hidden.Contains(line.Data?["workItem"]?.ToString() ?? "") ? WithoutOpinion(line) : line);
        }

        return Results.Ok(new Answer(lines, rows.Count > Page ? shown[^1].Seq.ToString(CultureInfo.InvariantCulture) : null));
    }

    private async Task<IReadOnlySet<string>> SealedAsync(string subject, CurrentAccount me, CancellationToken cancellation) => AskedTogether.Sealed(
        await db.Set<WorkItem>().AsNoTracking().Where(item => item.Subject == subject && item.ActivityType == ExpertReview.TypeName).ToListAsync(cancellation),
        me.Id, time.GetUtcNow().UtcDateTime);

    // The entry and its hash are told, what it holds is not: the chain can be checked by whoever may read the database.
    private static Line WithoutOpinion(Line line) => line with
    {
        Outcome = null, Comment = null, Data = new JsonObject { ["workItem"] = line.Data!["workItem"]!.DeepClone(), ["sealed"] = true },
    };

    private async Task<Line> LineAsync(HistoryRow row, Dictionary<string, string> people, string language, CancellationToken cancellation)
    {
        var data = JsonNode.Parse(row.Data);
        var definition = data?["definition"] is { } id && data["version"] is { } version
            ? await definitions.FindAsync(id.ToString(), version.GetValue<int>(), cancellation)
            : null;
        var from = data?["from"]?.ToString() is { } node ? NameOf(definition, node, language) : InLanguage(data, "title", language);
        var to = string.Join(language == "en" ? ", " : "、", (data?["to"] as JsonArray ?? []).Select(target => NameOf(definition, target!.ToString(), language)));
        var outcome = data?["outcomeEn"] is null
            ? StepNames.OutcomeOf(data?["from"] is { } left ? definition?.FindNode(left.ToString()) : null, data?["outcome"]?.ToString(), language)
            : InLanguage(data, "outcome", language);
        return new(
            row.Seq, row.RecordedAt, people.GetValueOrDefault(row.Actor, ""), row.Kind, from, to.Length > 0 ? to : null,
            outcome, data?["comment"]?.ToString() ?? data?["reason"]?.ToString(), data?["version"]?.GetValue<int>(), data, Convert.ToHexStringLower(row.Hash));
    }

    private static string? InLanguage(JsonNode? data, string name, string language) =>
        (language == "en" ? data?[name + "En"]?.ToString() : null) ?? data?[name]?.ToString();

    private static string NameOf(CompiledDefinition? definition, string node, string language) =>
        definition?.FindNode(node) is { } step ? StepNames.Of(step, language) : node;

    private async Task<Dictionary<string, string>> PeopleAsync(IEnumerable<HistoryRow> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(row => row.Actor).Distinct().Select(actor => long.TryParse(actor, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).ToList();
        var accounts = await db.Users.Where(account => ids.Contains(account.Id)).Select(account => new { account.Id, account.DisplayName }).ToListAsync(cancellation);
        return accounts.ToDictionary(account => account.Id.ToString(CultureInfo.InvariantCulture), account => account.DisplayName);
    }
}

/// <summary>Where in the organisation a case or task lies; null when there is none.</summary>
internal static class SubjectPaths
{
    public static Task<string?> FindAsync(CaseDbContext db, SubjectRef subject, CancellationToken cancellation) => subject.IsCase
        ? db.Set<AuditCase>().Where(row => row.Id == subject.Id).Select(row => row.OrgPath).SingleOrDefaultAsync(cancellation)
        : db.Set<AuditTask>().Where(row => row.Id == subject.Id).Select(row => row.OrgPath).SingleOrDefaultAsync(cancellation);
}
