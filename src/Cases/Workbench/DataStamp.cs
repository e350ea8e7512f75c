using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Loading;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Workbench;

/// <summary>Which marketing data is in force and how fresh it is.</summary>
public sealed record DataStamp(string? Ym, long BatchId, DateTime? LoadedAt, DateOnly? Stamp)
{
    public static Task<DataStamp?> ReadAsync(CaseDbContext db, CancellationToken cancellation) =>
        db.Set<ImportBatch>().AsNoTracking().Where(batch => batch.State == ImportBatch.Done).OrderByDescending(batch => batch.Id)
            .Select(batch => (DataStamp?)new DataStamp(batch.Ym, batch.Id, batch.EndedAt, batch.Stamp)).FirstOrDefaultAsync(cancellation);
}
