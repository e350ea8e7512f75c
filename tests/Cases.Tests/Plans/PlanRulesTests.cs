using CaseMgmt.Cases.Plans;
using CaseMgmt.Cases.Plans.Calendar;
using CaseMgmt.Cases.Plans.Schemes;

namespace CaseMgmt.Cases.Tests.Plans;

/// <summary>What plans and schemes must reach and who may decide on them, without a database.</summary>
public sealed class PlanRulesTests
{
    private static readonly DateTime Now = new(2026, 6, 10, 1, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(9, 2, 2, "satisfied")]
    [InlineData(9, 1, 2, "missing")]
    [InlineData(9, 0, 2, "missing")]
    [InlineData(1, 1, 1, "satisfied")]
    [InlineData(0, 0, 0, "satisfied")]
    public void Counties_PlannedForAMonth_AreTwoWhereThereAreTwo(int there, int planned, int wanted, string state) =>
        Assert.Equal(new PlanCheck("counties", there, wanted, planned, state), Check("counties", new(there, planned, null, null)));

    [Theory]
    [InlineData(10, 3, 3, "satisfied")]
    [InlineData(11, 3, 4, "missing")]
    [InlineData(11, 4, 4, "satisfied")]
    [InlineData(1, 0, 1, "missing")]
    [InlineData(0, 0, 0, "satisfied")]
    public void Connections_ThirtyPerCent_IsRoundedUp(int population, int audited, int wanted, string state) =>
        Assert.Equal(new PlanCheck("hv-connections", population, wanted, audited, state), Check("hv-connections", new(2, 2, new(population, audited), null)));

    [Theory]
    [InlineData(5, 2, 2, "satisfied")]
    [InlineData(6, 2, 3, "missing")]
    public void Callbacks_FortyPerCent_IsRoundedUp(int population, int called, int wanted, string state) =>
        Assert.Equal(new PlanCheck("call-back", population, wanted, called, state), Check("call-back", new(2, 2, null, new(population, called))));

    [Theory]
    [InlineData(10, 0, 0, "not-drawn")]
    [InlineData(10, 1, 1, "too-few")]
    [InlineData(10, 1, 2, "not-frozen")]
    [InlineData(10, 3, 0, null)]
    public void Share_ThatIsMissing_SaysWhy(int population, int audited, int pending, string? reason) => Assert.Equal(
        [reason is null ? null : "not-chosen", reason, "no-data"], PlanChecks.Of(new(2, reason is null ? 2 : 1, new(population, audited, pending), null)).Select(check => check.Reason));

    [Fact]
    public void Share_OfAPopulationNobodyKnows_IsNeitherSatisfiedNorMissing() =>
        Assert.Equal(new PlanCheck("call-back", null, null, null, PlanCheck.Unknown), Check("call-back", new(2, 2, null, null)));

    [Theory]
    [InlineData(2026, "6,7,8,9,10,11,12")]
    [InlineData(2027, "1,2,3,4,5,6,7,8,9,10,11,12")]
    [InlineData(2025, "")]
    public void WithoutTheme_EmptyPlan_NamesTheMonthsStillToCome(int year, string months) =>
        Assert.Equal(months, string.Join(',', PlanRules.WithoutTheme(year, [new PlanMonth { Month = 1 }], new DateOnly(2026, 6, 10))));

    [Fact]
    public void Decision_WhileASpecialtyIsSilent_WaitsForItsAnswerOrItsDeadline()
    {
        PlanOpinion[] opinions = [new() { Specialty = "计量", Verdict = PlanOpinion.Agree }, new() { Specialty = "电价" }];
        Assert.Equal("plan-consulting", PlanRules.RefuseDecision(Consulting(Now.AddMinutes(1)), opinions, true, "P-2", null, Now));
        Assert.Null(PlanRules.RefuseDecision(Consulting(Now), opinions, true, "P-2", null, Now));
        opinions[1].Verdict = PlanOpinion.Agree;
        Assert.Null(PlanRules.RefuseDecision(Consulting(Now.AddDays(1)), opinions, true, "P-2", null, Now));
    }

    [Fact]
    public void Decision_OverAWishForChange_NeedsAWordAboutIt()
    {
        PlanOpinion[] opinions = [new() { Specialty = "计量", Verdict = PlanOpinion.Change }];
        Assert.Equal("plan-objections", PlanRules.RefuseDecision(Consulting(Now), opinions, true, "P-2", " ", Now));
        Assert.Null(PlanRules.RefuseDecision(Consulting(Now), opinions, true, "P-2", "三月改为计量专项", Now));
    }

    [Fact]
    public void Decision_ByTheAuthorUnderAnyAccount_IsRefused() => Assert.Equal("plan-own", PlanRules.RefuseDecision(Consulting(Now), [], true, "P-1", null, Now));

    [Theory]
    [InlineData(PlanStates.Draft, "JL-01", true)]
    [InlineData(PlanStates.Consulting, "DJ-01", false)]
    [InlineData(PlanStates.Approved, "JL-01", false)]
    [InlineData(PlanStates.Approved, "DJ-01", true)]
    public void Month_AfterTheConsultation_KeepsItsThemeAndMayChangeWhereToGo(string state, string theme, bool may) =>
        Assert.Equal(may, PlanRules.RefuseMonth(new AuditPlan { State = state }, new PlanMonth { ThemeCode = "DJ-01" }, theme) is null);

    [Theory]
    [InlineData(SchemeStates.Draft, "submit", null)]
    [InlineData(SchemeStates.Draft, "approve", "scheme-state")]
    [InlineData(SchemeStates.Submitted, "approve", null)]
    [InlineData(SchemeStates.Submitted, "start", "scheme-state")]
    [InlineData(SchemeStates.Approved, "start", null)]
    [InlineData(SchemeStates.InForce, "submit", "scheme-state")]
    [InlineData(SchemeStates.Closed, "start", "scheme-state")]
    public void Scheme_Steps_FollowOneAnother(string state, string step, string? refusal) =>
        Assert.Equal(refusal, SchemeRules.RefuseStep(Scheme(state), step, "P-2", new DateOnly(2026, 6, 10), null));

    [Theory]
    [InlineData("2026-05-31", "scheme-not-now")]
    [InlineData("2026-06-01", null)]
    [InlineData("2026-06-30", null)]
    [InlineData("2026-07-01", "scheme-not-now")]
    public void Scheme_Start_OnlyWithinItsPeriod(string today, string? refusal) =>
        Assert.Equal(refusal, SchemeRules.RefuseStep(Scheme(SchemeStates.Approved), "start", "P-2", DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture), null));

    [Fact]
    public void Scheme_ApprovedByItsAuthor_IsRefused() => Assert.Equal("scheme-own", SchemeRules.RefuseStep(Scheme(SchemeStates.Submitted), "approve", "P-1", new DateOnly(2026, 6, 10), null));

    [Fact]
    public void TaskTypes_BothVocabularies_ComeBackToTheSameWord()
    {
        Assert.All(TaskTypes.All, type => Assert.Equal(type.Code, TaskTypes.FromStateGrid(type.StateGrid)));
        Assert.All(TaskTypes.All.Select(type => type.SouthernGrid).Distinct(), word => Assert.Equal(word, TaskTypes.Find(TaskTypes.FromSouthernGrid(word))!.SouthernGrid));
    }

    [Theory]
    [InlineData("在线", "online", "online")]
    [InlineData("常态", "routine", "routine")]
    [InlineData("专项", "special", "special")]
    [InlineData("现场", "onsite", null)]
    [InlineData("审核", "review", null)]
    [InlineData("抽检稽查", "sampling", null)]
    [InlineData("约谈", null, null)]
    public void TaskTypes_OfAWord_MayDifferByCompany(string word, string? stateGrid, string? southernGrid) =>
        Assert.Equal((stateGrid, southernGrid), (TaskTypes.FromStateGrid(word), TaskTypes.FromSouthernGrid(word)));

    private static PlanCheck Check(string code, PlanFigures figures) => (PlanChecks.Of(figures).Single(check => check.Code == code)) with { Reason = null };

    private static AuditPlan Consulting(DateTime due) => new() { State = PlanStates.Consulting, OpinionsDueAt = due, CreatedByPerson = "P-1" };

    private static AuditScheme Scheme(string state) => new() { State = state, CreatedByPerson = "P-1", PeriodFrom = new DateOnly(2026, 6, 1), PeriodTo = new DateOnly(2026, 6, 30) };
}
