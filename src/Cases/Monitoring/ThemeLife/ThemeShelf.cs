using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Workbench;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using System.Text.Json.Nodes;

namespace CaseMgmt.Cases.Monitoring.ThemeLife;

/// <summary>
/// Keeps the library equal to the rows. Files ship, the database runs: a file of unknown content becomes the next version of its theme, in force at once where
/// the site has not changed the theme itself, and a request to approve where it has. Nothing is ever overwritten.
/// </summary>
public sealed class ThemeShelf(CommitDoor door, IDbContextFactory<CaseDbContext> contexts, ThemeLibrary library, Ids ids, TimeProvider time)
{
    public DateOnly Today => BusinessDay.Of(time.GetUtcNow().UtcDateTime);

    /// <summary>At start: takes in the shipped files that the database does not know, then fills the library.</summary>
    public async Task<int> ImportShippedAsync(CancellationToken cancellation)
    {
        var files = EmbeddedText.Names("themes").Select(name => new ShippedFile(name, EmbeddedText.Read(name))).ToList();
        await using (var db = await contexts.CreateDbContextAsync(cancellation))
        {
            var known = await db.Set<ThemeVersion>().AsNoTracking().Select(row => new KnownVersion(row.Code, row.Number, row.ContentHash, row.Origin)).ToListAsync(cancellation);
            var hashes = known.Select(row => row.Hash).ToHashSet(StringComparer.Ordinal);
            files.RemoveAll(file => hashes.Contains(ThemeContent.HashOf(file.Json)));
            foreach (var chunk in files.Chunk(20))
            {
                await door.RunAsync("system", session => TakeInAsync(session, chunk, known), cancellation);
            }
        }

        await RefreshAsync(cancellation);
        return files.Count;
    }

    /// <summary>Reads the rows again. Called after every change, before every run and now and then for changes of other hosts and of the calendar.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = await db.Set<ThemeVersion>().AsNoTracking().Where(row => row.State == ThemeStates.Approved || row.State == ThemeStates.Retired).ToListAsync(cancellation);
        if (rows.Count == 0)
        {
            return;
        }

        var themes = rows.ToDictionary(row => row.Id, row => library.Find(row.Code, row.Number) is { } kept && row.Origin == ThemeVersion.Shipped ? kept : ThemeContent.Read(row));
        library.Refill([.. themes.Values], ThemeLifeRules.EffectiveOn(Today, rows).Select(row => themes[row.Id]));
    }

    private async ValueTask TakeInAsync(CommitSession session, IEnumerable<ShippedFile> files, List<KnownVersion> known)
    {
        foreach (var (name, json) in files)
        {
            var theme = ThemeLibrary.Read(name, json);
            var own = known.Where(row => row.Code == theme.Code).ToList();
            var changedHere = own.Exists(row => row.Origin == ThemeVersion.Own);
            var row = new ThemeVersion
            {
                Id = ids.Next(), Code = theme.Code, Number = own.Count == 0 ? theme.Version : Math.Max(theme.Version, own.Max(each => each.Number) + 1), Origin = ThemeVersion.Shipped,
                ContentHash = ThemeContent.HashOf(json), ContentJson = json, CreatedAt = session.Now, WrittenBy = "system",
                State = changedHere ? ThemeStates.Draft : ThemeStates.Approved, EffectiveFrom = changedHere ? null : Today, ApprovedAt = changedHere ? null : session.Now,
            };
            await session.InsertAsync(row);
            await session.AppendHistoryAsync($"theme/{row.Code}", "theme.imported", new JsonObject { ["number"] = row.Number, ["hash"] = row.ContentHash, ["state"] = row.State });
            known.Add(new KnownVersion(row.Code, row.Number, row.ContentHash, row.Origin));
        }
    }

    private sealed record ShippedFile(string Name, string Json);

    private sealed record KnownVersion(string Code, int Number, string Hash, string Origin);
}
