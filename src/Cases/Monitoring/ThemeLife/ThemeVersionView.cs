using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.ThemeLife;

/// <summary>A version as the editor sees it. <c>InUse</c> tells whether scans use it today.</summary>
public sealed record ThemeVersionView(string Code, int Number, string State, string Origin, bool InUse, string? ChangeReason, string WrittenBy, DateTime CreatedAt, string? ApprovedBy,
    DateTime? ApprovedAt, DateOnly? EffectiveFrom, DateTime? RetiredAt, int RowVersion, bool Mine, JsonNode? Content, JsonNode? Test)
{
    public static ThemeVersionView Of(ThemeVersion row, bool inUse, IReadOnlyDictionary<string, string> people, CurrentAccount me, bool whole) => new(
        row.Code, row.Number, row.State, row.Origin, inUse, row.ChangeReason, people.GetValueOrDefault(row.WrittenBy, row.WrittenBy), row.CreatedAt,
        row.ApprovedBy is null ? null : people.GetValueOrDefault(row.ApprovedBy, row.ApprovedBy), row.ApprovedAt, row.EffectiveFrom, row.RetiredAt, row.Version,
        row.WrittenByPerson == me.PersonNo, whole ? JsonNode.Parse(row.ContentJson) : null, whole && row.TestJson is { } test ? JsonNode.Parse(test) : null);

    /// <summary>Names of the accounts behind actors.</summary>
    public static async Task<Dictionary<string, string>> PeopleAsync(CaseDbContext db, IEnumerable<string?> actors, CancellationToken cancellation)
    {
        var wanted = actors.Select(actor => long.TryParse(actor, out var id) ? id : 0).Distinct().ToList();
        var accounts = await db.Users.AsNoTracking().Where(account => wanted.Contains(account.Id)).Select(account => new { account.Id, account.DisplayName }).ToListAsync(cancellation);
        return accounts.ToDictionary(account => account.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), account => account.DisplayName);
    }
}
