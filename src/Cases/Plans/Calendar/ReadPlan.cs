using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.ThemeLife;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Cases.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans.Calendar;

/// <summary>GET /api/plans: plans of the own subtree, newest year first; GET /api/plans/{id}: months, opinions of the present round, and who may be asked.</summary>
public static class ReadPlan
{
    private const int Most = 100;

    public sealed record Line(long Id, string Number, int Year, string OrgName, string State, int Chosen, DateTime? OpinionsDueAt, DateTime? OpinionsDueSoonAt, string CreatedBy, DateTime CreatedAt, string? ApprovedBy);

    public sealed record Named(string Code, string Name);

    public sealed record MonthView(int Month, string ThemeCode, string ThemeName, string Specialty, string Focus, IReadOnlyList<Named> Counties);

    public sealed record OpinionView(string Specialty, long AccountId, string Officer, string? Verdict, string? Text, DateTime? AnsweredAt, bool Mine);

    public sealed record Officer(long Id, string Name, string OrgName);

    public sealed record Whole(
        long Id, string Number, int Year, string OrgName, string State, int Round, DateTime? OpinionsDueAt, DateTime? OpinionsDueSoonAt, string CreatedBy, DateTime CreatedAt, string? ApprovedBy, string? Remark, bool Mine,
        IReadOnlyList<MonthView> Months, IReadOnlyList<OpinionView> Opinions, IReadOnlyList<string> Specialties, IReadOnlyList<Officer> Officers, IReadOnlyList<Named> Counties);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/plans", ListAsync).RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("plans.list");
        api.MapGet("/plans/{id:long}", GetAsync).RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("plans.get");
    }

    private static async Task<IReadOnlyList<Line>> ListAsync(CaseDbContext db, CurrentAccount me, WorkingCalendar calendar, CancellationToken cancellation)
    {
        var rows = await db.Set<AuditPlan>().AsNoTracking().Where(row => row.OrgPath.StartsWith(me.OrgPath)).OrderByDescending(row => row.Year).ThenBy(row => row.OrgPath).Take(Most).ToListAsync(cancellation);
        var ids = rows.Select(row => row.Id).ToList();
        var chosen = await db.Set<PlanMonth>().AsNoTracking().Where(row => ids.Contains(row.PlanId) && row.ThemeCode != "").GroupBy(row => row.PlanId)
            .ToDictionaryAsync(group => group.Key, group => group.Count(), cancellation);
        var names = await OrgNames.ReadAsync(db, rows.Select(row => row.OrgPath), cancellation);
        var people = await ThemeVersionView.PeopleAsync(db, rows.SelectMany(row => new[] { row.CreatedBy, row.ApprovedBy }), cancellation);
        return [.. rows.Select(row => new Line(row.Id, row.Number, row.Year, names.GetValueOrDefault(row.OrgPath, row.OrgNo), row.State, chosen.GetValueOrDefault(row.Id), row.OpinionsDueAt,
            calendar.SoonBefore(row.OpinionsDueAt), people.GetValueOrDefault(row.CreatedBy, ""), row.CreatedAt, row.ApprovedBy is null ? null : people.GetValueOrDefault(row.ApprovedBy, "")))];
    }

    private static async Task<IResult> GetAsync(
        long id, CaseDbContext db, CurrentAccount me, ThemeLibrary library, ThemeNames themes, WorkingCalendar calendar, HttpContext context, CancellationToken cancellation)
    {
        var plan = await db.Set<AuditPlan>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.OrgPath.StartsWith(me.OrgPath), cancellation);
        if (plan is null)
        {
            return Problem.NotFound();
        }

        var months = await db.Set<PlanMonth>().AsNoTracking().Where(row => row.PlanId == id).OrderBy(row => row.Month).ToListAsync(cancellation);
        var opinions = await db.Set<PlanOpinion>().AsNoTracking().Where(row => row.PlanId == id && row.Round == plan.Round).OrderBy(row => row.Specialty).ToListAsync(cancellation);
        var orgs = await db.Set<OrgUnit>().AsNoTracking().ToDictionaryAsync(org => org.OrgNo, org => org, cancellation);
        var officers = await ConsultPlan.OfficersOf(db, plan).OrderBy(row => row.DisplayName).ToListAsync(cancellation);
        var people = await ThemeVersionView.PeopleAsync(db, opinions.Select(row => row.AccountId.ToString(System.Globalization.CultureInfo.InvariantCulture)).Concat([plan.CreatedBy, plan.ApprovedBy]), cancellation);
        var language = Texts.LanguageOf(context);
        return Results.Ok(new Whole(
            plan.Id, plan.Number, plan.Year, NameOf(plan.OrgNo), plan.State, plan.Round, plan.OpinionsDueAt, calendar.SoonBefore(plan.OpinionsDueAt), PersonOf(plan.CreatedBy), plan.CreatedAt, plan.ApprovedBy is null ? null : PersonOf(plan.ApprovedBy),
            plan.Remark, plan.CreatedByPerson == me.PersonNo,
            [.. months.Select(row => new MonthView(row.Month, row.ThemeCode, row.ThemeCode.Length == 0 ? "" : themes.Name(row.ThemeCode, language), library.Find(row.ThemeCode)?.Specialty ?? "", row.Focus,
                [.. Words.Split(row.Counties).Select(no => new Named(no, NameOf(no)))]))],
            [.. opinions.Select(row => new OpinionView(row.Specialty, row.AccountId, PersonOf(row.AccountId.ToString(System.Globalization.CultureInfo.InvariantCulture)), row.Verdict, row.Text, row.AnsweredAt, row.AccountId == me.Id))],
            PlanRules.Specialties(months, code => library.Find(code)?.Specialty), [.. officers.Select(row => new Officer(row.Id, row.DisplayName, NameOf(row.OrgNo)))],
            [.. orgs.Values.Where(org => org.Level == CheckPlan.CountyLevel && org.OrgPath.StartsWith(plan.OrgPath, StringComparison.Ordinal)).OrderBy(org => org.OrgPath, StringComparer.Ordinal).Select(org => new Named(org.OrgNo, org.Name))]));

        string NameOf(string orgNo) => orgs.GetValueOrDefault(orgNo)?.Name ?? orgNo;
        string PersonOf(string actor) => people.GetValueOrDefault(actor, "");
    }
}
