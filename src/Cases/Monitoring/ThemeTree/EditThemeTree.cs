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

    public sealed record Node(string Code, string? ParentCode, int Level, string NameZh, string NameEn, IReadOnlyList<string> Themes, int Sort);

    public sealed record Request(string? ParentCode, string? NameZh, string? NameEn, IReadOnlyList<string>? Themes, int Sort);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/theme-tree", ListAsync).RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("theme-tree.list");
        api.MapPut("/theme-tree/{code}", ChangeAsync).RequireAuthorization(Permissions.Policy(Permissions.ThemeEdit)).WithName("theme-tree.change");
        api.MapDelete("/theme-tree/{code}", RemoveAsync).RequireAuthorization(Permissions.Policy(Permissions.ThemeEdit)).WithName("theme-tree.remove");
    }

    private static async Task<IEnumerable<Node>> ListAsync(CaseDbContext db, CancellationToken cancellation) =>
        (await db.Set<ThemeNode>().AsNoTracking().OrderBy(row => row.Sort).ThenBy(row => row.Code).ToListAsync(cancellation)).Select(row => new Node(
            row.Code, row.ParentCode, row.Level, row.NameZh, row.NameEn, row.Themes.Split(',', StringSplitOptions.RemoveEmptyEntries), row.Sort));

    private static async Task<IResult> ChangeAsync(string code, Request request, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(request.NameZh) || code.Length > 16)
        {
            return Problem.Unprocessable("tree-wrong");
        }

        await door.RunAsync(me.Actor, async session =>
        {
            var known = await session.FindAsync<ThemeNode>(code);
            var parent = (known?.ParentCode ?? request.ParentCode) is { } above ? await session.FindAsync<ThemeNode>(above) ?? throw new ProblemException(Problem.Unprocessable("tree-wrong")) : null;
            var row = known ?? new ThemeNode { Code = code, ParentCode = parent?.Code, Level = (parent?.Level ?? 0) + 1 };
            if (row.Level > ThemeNode.Levels || (request.Themes is { Count: > 0 } && row.Level != ThemeNode.Levels))
            {
                throw new ProblemException(Problem.Unprocessable("tree-wrong"));
            }

            (row.NameZh, row.NameEn, row.Sort) = (request.NameZh.Trim(), request.NameEn?.Trim() ?? "", request.Sort);
            row.Themes = string.Join(',', request.Themes ?? []);
            await (known is null ? session.InsertAsync(row) : session.UpdateAsync(row));
            await session.AppendHistoryAsync(Subject, "theme-tree.changed", new JsonObject { ["code"] = code, ["name"] = row.NameZh, ["themes"] = row.Themes });
        }, cancellation);
        return Results.NoContent();
    }

    private static async Task<IResult> RemoveAsync(string code, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        await door.RunAsync(me.Actor, async session =>
        {
            var row = await session.FindAsync<ThemeNode>(code) ?? throw new ProblemException(Problem.NotFound());
            if ((await session.TopAsync<ThemeNode>(1, $"parent_code = {code} order by code")).Count > 0)
            {
                throw new ProblemException(Problem.Conflict("tree-children"));
            }

            await session.ExpectAsync($"delete from theme_node where code = {code} and version = {row.Version}");
            await session.AppendHistoryAsync(Subject, "theme-tree.removed", new JsonObject { ["code"] = code, ["name"] = row.NameZh });
        }, cancellation);
        return Results.NoContent();
    }
}
