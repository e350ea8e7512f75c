using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests;

/// <summary>Rows that stories need, written and read behind the interface.</summary>
public static class SiteRows
{
    public static async Task<int> CountHistoryAsync(this Site site, string kind)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CaseDbContext>().Set<HistoryRow>().CountAsync(row => row.Kind == kind);
    }

    public static async Task<List<HistoryRow>> HistoryAsync(this Site site, string subject)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CaseDbContext>().Set<HistoryRow>().AsNoTracking().Where(row => row.Subject == subject).OrderBy(row => row.Seq).ToListAsync();
    }

    public static Task CommitAsync(this Site site, Func<CommitSession, ValueTask> work) => site.Services.GetRequiredService<CommitDoor>().RunAsync("system", work);

    public static long NextId(this Site site) => site.Services.GetRequiredService<Ids>().Next();

    /// <summary>The sample organisations, without the county's data.</summary>
    public static Task AddOrgsAsync(this Site site) => site.CommitAsync(async session =>
    {
        foreach (var (no, name, parent, level) in new (string, string, string?, int)[]
        {
            ("37", "示范省", null, 1), ("3703", "示范市", "37", 2), ("370306", "示范县", "3703", 3), ("37030601", "城关供电所", "370306", 4), ("37030602", "北坪供电所", "370306", 4),
        })
        {
            if (await session.FindAsync<OrgUnit>(no) is null)
            {
                var above = parent is null ? "/" : (await session.FindAsync<OrgUnit>(parent))!.OrgPath;
                await session.InsertAsync(new OrgUnit { OrgNo = no, Name = name, ParentOrgNo = parent, OrgPath = $"{above}{no}/", Level = level });
            }
        }
    });

    public static async Task<HttpResponseMessage> AddAccountAsync(this Site site, Visitor admin, string userName, string password, string orgNo = "37030601", string role = Roles.Handler)
    {
        await site.AddOrgsAsync();
        return await admin.PostAsync("/api/accounts", new { userName, displayName = "新同事", personNo = "P-9", orgNo, roles = new[] { role }, password });
    }

    /// <summary>New anomalies of the first station, by theme and object; their ids.</summary>
    public static async Task<IReadOnlyList<long>> AddAnomaliesAsync(this Site site, string ym, params (string Theme, string ObjKey)[] found)
    {
        var ids = found.Select(_ => site.NextId()).ToList();
        await site.CommitAsync(async session =>
        {
            foreach (var ((theme, objKey), id) in found.Zip(ids))
            {
                await session.InsertAsync(new Anomaly
                {
                    Id = id, ThemeCode = theme, ThemeVersion = 1, Ym = ym, ObjKey = objKey, OrgNo = "37030601", OrgPath = "/37/3703/370306/37030601/", Metric = 2, LimitValue = 1, Level = "2",
                    Specialty = "电价", FirstSeenAt = session.Now, LastSeenAt = session.Now,
                });
            }
        });
        return ids;
    }

    /// <summary>A case of a station, without a lifecycle behind it.</summary>
    public static async Task<long> AddCaseAsync(this Site site, string orgNo = "37030601", DateTime? closedAt = null)
    {
        var id = site.NextId();
        await site.CommitAsync(session => session.InsertAsync(new AuditCase
        {
            Id = id, Number = $"GD-{orgNo}-202605-{id % 100000:00000}", Title = "电费异常核查", ThemeCode = "DJ-01", OrgNo = orgNo,
            OrgPath = $"/37/3703/370306/{orgNo}/", InstanceId = $"case-{id}", CreatedAt = session.Now, ClosedAt = closedAt,
        }));
        return id;
    }
}
