using CaseMgmt.Cases.Data;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>
/// What the embedded database knows of its own tables. It gathers nothing by itself, and without figures it walks a province's rows for one station. The servers
/// gather on their own.
/// </summary>
public static class Statistics
{
    /// <summary>A sample of each index, some milliseconds however long the tables are.</summary>
    public const string Sqlite = "pragma analysis_limit=1000; pragma optimize=0x10002";

    public static async Task GatherAsync(IDbContextFactory<CaseDbContext> contexts, StoreProvider provider, CancellationToken cancellation)
    {
        if (provider == StoreProvider.Sqlite)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            await db.Database.ExecuteSqlRawAsync(Sqlite, cancellation);
        }
    }
}
