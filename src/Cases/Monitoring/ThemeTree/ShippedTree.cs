using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.ThemeTree;

/// <summary>
/// The tree that ships (definitions/theme-tree/tree-v{n}.json): 10 classes of business (业务类), 63 items (业务项), 266 sub-items (业务子项), each theme under one of
/// these. A new version replaces what nobody here has touched; what people wrote, renamed or hung elsewhere stays theirs.
/// </summary>
public static class ShippedTree
{
    public const int Current = 2;

    private const string Kind = "theme-tree.shipped";

    private sealed record FileNode(string Code, string? Parent, int Level, string NameZh, string? NameEn, IReadOnlyList<string>? Themes);

    public static IReadOnlyList<ThemeNode> Read(int version) =>
    [
        .. JsonSerializer.Deserialize<List<FileNode>>(EmbeddedText.Read($"theme-tree/tree-v{version}.json"), JsonSerializerOptions.Web)!.Select((node, at) => new ThemeNode
        {
            Code = node.Code, ParentCode = node.Parent, Level = node.Level, NameZh = node.NameZh, NameEn = node.NameEn ?? "", Themes = string.Join(',', node.Themes ?? []), Sort = at,
        }),
    ];

    /// <summary>At start: takes in the tree where the database has none, or an earlier version of it. Mostly there is nothing to do, and that is read without the writer.</summary>
    public static async Task ImportAsync(IDbContextFactory<CaseDbContext> contexts, CommitDoor door, CancellationToken cancellation)
    {
        if (await ToldAsync(contexts, cancellation) is not { } told || VersionOf(told) < Current)
        {
            await door.RunAsync("system", TakeInAsync, cancellation);
        }
    }

    private static async Task<string?> ToldAsync(IDbContextFactory<CaseDbContext> contexts, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Set<HistoryRow>().Where(row => row.Subject == EditThemeTree.Subject && row.Kind == Kind).OrderByDescending(row => row.Seq).Select(row => row.Data).FirstOrDefaultAsync(cancellation);
    }

    private static async ValueTask TakeInAsync(CommitSession session)
    {
        var known = await VersionAsync(session);
        if (known < Current)
        {
            var present = await session.QueryAsync<ThemeNode>($"level > 0 order by code");
            await WriteAsync(session, TreeUpgrade.Of(known == 0 ? [] : Read(known), present, Read(Current)));
        }
    }

    // Databases of the first version have its nodes and no word of it in their history.
    private static async ValueTask<int> VersionAsync(CommitSession session) =>
        (await session.TopAsync<HistoryRow>(1, $"subject = {EditThemeTree.Subject} and kind = {Kind} order by seq desc")).FirstOrDefault() is { } row
            ? VersionOf(row.Data)
            : (await session.TopAsync<ThemeNode>(1, $"level = {1} order by code")).Count;

    private static int VersionOf(string data) => JsonNode.Parse(data)!["version"]!.GetValue<int>();

    private static async ValueTask WriteAsync(CommitSession session, TreeUpgrade upgrade)
    {
        foreach (var node in upgrade.Removed)
        {
            await session.ExpectAsync($"delete from theme_node where code = {node.Code} and version = {node.Version}");
        }

        foreach (var node in upgrade.Added)
        {
            await session.InsertAsync(node);
        }

        await session.AppendHistoryAsync(EditThemeTree.Subject, Kind, new JsonObject
        {
            ["version"] = Current,
            ["added"] = upgrade.Added.Count,
            ["removed"] = upgrade.Removed.Count,
            ["kept"] = new JsonArray([.. upgrade.Kept.Select(node => JsonValue.Create(node.Code))]),
        });
    }
}
