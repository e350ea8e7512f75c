using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Tags;

/// <summary>GET /api/tags and PUT /api/tags/{code}: which marks there are, by which rule and with which weight. A change counts from the next run on.</summary>
public static partial class EditTags
{
    private const int MostWeight = 20;

    public sealed record Request(string? NameZh, string? NameEn, int Weight, string? RuleSql, bool Enabled);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/tags", ListAsync).RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("tags.list");
        api.MapPut("/tags/{code}", HandleAsync).RequireAuthorization(Permissions.Policy(Permissions.ThemeEdit)).WithName("tags.change");
    }

    private static async Task<IEnumerable<TagRule>> ListAsync(CaseDbContext db, HttpContext context, CancellationToken cancellation)
    {
        var tags = await db.Set<TagRule>().AsNoTracking().OrderBy(row => row.Code).ToListAsync(cancellation);
        tags.ForEach(tag => tag.Error = RuleRefusal.Told(tag.Error, Texts.LanguageOf(context)));
        return tags;
    }

    private static async Task<IResult> HandleAsync(string code, Request request, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        if (!CodePattern().IsMatch(code) || string.IsNullOrWhiteSpace(request.NameZh) || string.IsNullOrWhiteSpace(request.NameEn) || request.Weight is < 0 or > MostWeight)
        {
            return Problem.Unprocessable("tag-wrong", MostWeight);
        }

        try
        {
            var standard = ThemeLibrary.Standard("202601", new DateOnly(2026, 1, 31));
            RuleCompiler.Compile(request.RuleSql ?? "", standard.With(TagMarks.AsTheme(new TagRule())), RuleDialect.Sqlite);
        }
        catch (RuleException wrong)
        {
            return wrong.Problem;
        }

        await door.RunAsync(me.Actor, session => WriteAsync(session, code, request), cancellation);
        return Results.NoContent();
    }

    private static async ValueTask WriteAsync(CommitSession session, string code, Request request)
    {
        var known = await session.FindAsync<TagRule>(code);
        var row = known ?? new TagRule { Code = code };
        (row.NameZh, row.NameEn, row.Weight, row.RuleSql, row.Enabled) = (request.NameZh!.Trim(), request.NameEn!.Trim(), request.Weight, request.RuleSql!, request.Enabled);
        (row.BatchId, row.Error) = (null, null);
        await (known is null ? session.InsertAsync(row) : session.UpdateAsync(row));
        await session.AppendHistoryAsync($"tag/{code}", "tag.changed", new JsonObject { ["weight"] = row.Weight, ["enabled"] = row.Enabled, ["rule"] = row.RuleSql });
    }

    [GeneratedRegex("^[A-Z][A-Z0-9-]{1,23}$")]
    private static partial Regex CodePattern();
}
