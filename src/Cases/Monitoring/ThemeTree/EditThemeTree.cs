using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.ThemeTree;

/// <summary>
/// GET /api/theme-tree, PUT and DELETE /api/theme-tree/{code}: the three levels under which themes are filed. The product ships the tree of
/// <see cref="ShippedTree"/>; a site changes it and adds its own.
/// </summary>
public static class EditThemeTree
{
    internal const string Subject = "theme-tree/1";

    public sealed record Node(string Code, string? ParentCode, int Level, string NameZh, string NameEn, IReadOnlyList<string> Themes, int Sort, int RowVersion);

    /// <param name="ParentCode">Another branch of the same level moves the node there with all below it; null leaves it where it is.</param>
    public sealed record Request(string? ParentCode, string? NameZh, string? NameEn, IReadOnlyList<string>? Themes, int Sort, int? RowVersion = null);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/theme-tree", ListAsync).RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("theme-tree.list");
        api.MapPut("/theme-tree/{code}", ChangeAsync).RequireAuthorization(Permissions.Policy(Permissions.ThemeEdit)).WithName("theme-tree.change");
        api.MapDelete("/theme-tree/{code}", RemoveAsync).RequireAuthorization(Permissions.Policy(Permissions.ThemeEdit)).WithName("theme-tree.remove");
    }

    private static async Task<IEnumerable<Node>> ListAsync(CaseDbContext db, CancellationToken cancellation) =>
        (await db.Set<ThemeNode>().AsNoTracking().OrderBy(row => row.Sort).ThenBy(row => row.Code).ToListAsync(cancellation)).Select(row => new Node(
            row.Code, row.ParentCode, row.Level, row.NameZh, row.NameEn, row.Themes.Split(',', StringSplitOptions.RemoveEmptyEntries), row.Sort, row.Version));

    private static async Task<IResult> ChangeAsync(string code, Request request, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(request.NameZh) || code.Length > 16)
        {
            return Problem.Unprocessable("tree-wrong");
        }

        await door.RunAsync(me.Actor, async session =>
        {
            var known = await session.FindAsync<ThemeNode>(code);
            if (known is not null && request.RowVersion is { } seen && seen != known.Version)
            {
                throw new ProblemException(Problem.Conflict("stale"));
            }

            var row = await PlaceAsync(session, known, code, request);
            (row.NameZh, row.NameEn, row.Sort) = (request.NameZh.Trim(), request.NameEn?.Trim() ?? "", request.Sort);
            row.Themes = string.Join(',', request.Themes ?? []);
            await (known is null ? session.InsertAsync(row) : session.UpdateAsync(row));
            await session.AppendHistoryAsync(Subject, "theme-tree.changed", new JsonObject { ["code"] = code, ["name"] = row.NameZh, ["parent"] = row.ParentCode, ["themes"] = row.Themes });
            session.Announce("themes");
        }, cancellation);
        return Results.NoContent();
    }

    /// <summary>The node under its branch. A known one keeps its level wherever it goes, so nothing below it has to change and it can never lie below itself.</summary>
    private static async ValueTask<ThemeNode> PlaceAsync(CommitSession session, ThemeNode? known, string code, Request request)
    {
        var parent = (request.ParentCode ?? known?.ParentCode) is { } above ? await session.FindAsync<ThemeNode>(above) ?? throw Wrong() : null;
        var row = known ?? new ThemeNode { Code = code };
        var level = (parent?.Level ?? 0) + 1;
        if (level > ThemeNode.Levels || (known is not null && level != known.Level) || (request.Themes is { Count: > 0 } && level != ThemeNode.Levels))
        {
            throw Wrong();
        }

        (row.ParentCode, row.Level) = (parent?.Code, level);
        return row;

        static ProblemException Wrong() => new(Problem.Unprocessable("tree-wrong"));
    }

    private static async Task<IResult> RemoveAsync(string code, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        await door.RunAsync(me.Actor, async session =>
        {
            var row = await session.FindAsync<ThemeNode>(code) ?? throw new ProblemException(Problem.NotFound());
            if (row.Themes.Length > 0 || (await session.TopAsync<ThemeNode>(1, $"parent_code = {code} order by code")).Count > 0)
            {
                throw new ProblemException(Problem.Conflict("tree-children"));
            }

            await session.ExpectAsync($"delete from theme_node where code = {code} and version = {row.Version}");
            await session.AppendHistoryAsync(Subject, "theme-tree.removed", new JsonObject { ["code"] = code, ["name"] = row.NameZh });
            session.Announce("themes");
        }, cancellation);
        return Results.NoContent();
    }
}
