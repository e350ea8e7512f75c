using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using System.Text.Json;

namespace CaseMgmt.Cases.Monitoring.Tags;

/// <summary>Sets the tags of objects by their rules, once for each load; a rule that fails keeps the marks it had and says why.</summary>
public sealed class TagMarks(CommitDoor door, IDbContextFactory<CaseDbContext> contexts)
{
    private const int Chunk = 200;

    private sealed record ShippedTag(string Code, string NameZh, string NameEn, int Weight, IReadOnlyList<string> Rule);

    /// <summary>At start: the tags of the product that this database has not met yet.</summary>
    public async Task ImportShippedAsync(CancellationToken cancellation)
    {
        var shipped = JsonSerializer.Deserialize<List<ShippedTag>>(EmbeddedText.Read("tags.json"), JsonSerializerOptions.Web)!;
        await door.RunAsync("system", async session =>
        {
            foreach (var tag in shipped)
            {
                if (await session.FindAsync<TagRule>(tag.Code) is null)
                {
                    await session.InsertAsync(new TagRule { Code = tag.Code, NameZh = tag.NameZh, NameEn = tag.NameEn, Weight = tag.Weight, RuleSql = string.Join('\n', tag.Rule) });
                }
            }
        }, cancellation);
    }

    /// <summary>The rule as a theme, because it has a theme's shape and runs behind the same walls.</summary>
    public static Theme AsTheme(TagRule tag) => new()
    {
        Code = tag.Code, Version = 1, NameZh = tag.NameZh, NameEn = tag.NameEn, Specialty = "", Level = "4", Frequency = "日", PurposeZh = "", PurposeEn = "", Calibre = "",
        Basis = "", Rule = tag.RuleSql.Split('\n'),
    };

    public async Task RefreshAsync(IRuleSource source, long batch, RuleParameters standard, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        foreach (var tag in await db.Set<TagRule>().AsNoTracking().Where(row => row.Enabled && row.BatchId != batch).ToListAsync(cancellation))
        {
            try
            {
                var found = await Task.Run(() => RuleRun.Find(source, AsTheme(tag), standard, cancellation), cancellation);
                await Rereading.RunAsync(async () => await StoreAsync(tag.Code, batch, found, await KeysAsync(db, tag.Code, cancellation), cancellation), cancellation);
            }
            catch (RuleException wrong) when (source.IsAlive)
            {
                await door.RunAsync("system", async session => await session.ExecuteAsync(
                    $"update tag_rule set error = {wrong.Refusal.Stored()}, batch_id = {batch}, version = version + 1 where code = {tag.Code}"), cancellation);
            }
        }
    }

    /// <summary>The tags with their weights of each of these objects.</summary>
    public async Task<ILookup<string, (string Tag, int Weight)>> OfAsync(IEnumerable<string> objKeys, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var weights = await db.Set<TagRule>().AsNoTracking().Where(row => row.Enabled).ToDictionaryAsync(row => row.Code, row => row.Weight, cancellation);
        var marks = new List<(string ObjKey, string TagCode)>();
        foreach (var chunk in objKeys.Chunk(1000))
        {
            marks.AddRange((await db.Set<ObjectTag>().AsNoTracking().Where(row => chunk.Contains(row.ObjKey)).Select(row => new { row.ObjKey, row.TagCode }).ToListAsync(cancellation))
                .Select(row => (row.ObjKey, row.TagCode)));
        }

        return marks.Where(mark => weights.ContainsKey(mark.TagCode)).OrderBy(mark => mark.TagCode, StringComparer.Ordinal)
            .ToLookup(mark => mark.ObjKey, mark => (mark.TagCode, weights[mark.TagCode]));
    }

    private static async Task<HashSet<string>> KeysAsync(CaseDbContext db, string tag, CancellationToken cancellation) =>
        [.. await db.Set<ObjectTag>().AsNoTracking().Where(row => row.TagCode == tag).Select(row => row.ObjKey).ToListAsync(cancellation)];

    private async Task<int> StoreAsync(string tag, long batch, IReadOnlyList<Finding> found, HashSet<string> known, CancellationToken cancellation)
    {
        var now = found.Select(row => row.ObjKey).ToHashSet(StringComparer.Ordinal);
        foreach (var chunk in found.Where(row => !known.Contains(row.ObjKey)).Chunk(Chunk))
        {
            await door.RunAsync("system", async session =>
            {
                foreach (var row in chunk)
                {
                    await session.InsertAsync(new ObjectTag { TagCode = tag, ObjKey = row.ObjKey, OrgNo = row.OrgNo, Since = session.Now });
                }
            }, cancellation);
        }

        foreach (var chunk in known.Where(key => !now.Contains(key)).Chunk(Chunk))
        {
            await door.RunAsync("system", async session =>
            {
                foreach (var key in chunk)
                {
                    await session.ExecuteAsync($"delete from object_tag where tag_code = {tag} and obj_key = {key}");
                }
            }, cancellation);
        }

        return await door.RunAsync("system", async session => await session.ExecuteAsync(
            $"update tag_rule set objects = {found.Count}, batch_id = {batch}, error = null, version = version + 1 where code = {tag}"), cancellation);
    }
}
