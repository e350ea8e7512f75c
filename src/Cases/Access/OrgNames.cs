using CaseMgmt.Cases.Data;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Access;

/// <summary>Names of the organisations on one page of a list, by path.</summary>
public static class OrgNames
{
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(CaseDbContext db, IEnumerable<string> orgPaths, CancellationToken cancellation)
    {
        var paths = orgPaths.Distinct().ToList();
        return await db.Set<OrgUnit>().AsNoTracking().Where(org => paths.Contains(org.OrgPath)).ToDictionaryAsync(org => org.OrgPath, org => org.Name, cancellation);
    }
}
