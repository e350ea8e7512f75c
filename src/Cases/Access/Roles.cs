namespace CaseMgmt.Cases.Access;

/// <summary>The roles of domain document 02 section 2 that have accounts, and what each may do.</summary>
public static class Roles
{
    public const string Analyst = "analyst";
    public const string CountyAuditor = "county-auditor";
    public const string Handler = "handler";
    public const string Reviewer = "reviewer";
    public const string ProcessOwner = "process-owner";
    public const string Auditor = "auditor";
    public const string Administrator = "administrator";
    public const string ProvincialManager = "provincial-manager";
    public const string SpecialtyOfficer = "specialty-officer";
    public const string Expert = "expert";
    public const string Director = "director";

    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> PermissionsOf = new Dictionary<string, IReadOnlyList<string>>
    {
        [Analyst] = [Permissions.CaseRead, Permissions.AnomalyRead, Permissions.AnomalyTriage, Permissions.TaskCreate, Permissions.ScanRun,
            Permissions.DataImport, Permissions.WorkAnswer, Permissions.LibraryRead, Permissions.DefinitionRead, Permissions.ThemeEdit, Permissions.WhiteApply,
            Permissions.ClueWrite, Permissions.ClueSecret, Permissions.PlanWrite, Permissions.SurveyRead, Permissions.SurveyCheck, Permissions.SurveyManage,
            Permissions.TaskWithdraw, Permissions.CaseReopen],
        [CountyAuditor] = [Permissions.CaseRead, Permissions.AnomalyRead, Permissions.WorkAnswer, Permissions.LibraryRead, Permissions.WhiteApply, Permissions.WhiteReview,
            Permissions.ClueWrite, Permissions.SurveyRead, Permissions.SurveyCheck],
        [Handler] = [Permissions.CaseRead, Permissions.WorkAnswer, Permissions.LibraryRead, Permissions.WhiteApply, Permissions.SurveyRead, Permissions.SurveyCheck],
        [Reviewer] = [Permissions.CaseRead, Permissions.AnomalyRead, Permissions.WorkAnswer, Permissions.LibraryRead, Permissions.DefinitionRead,
            Permissions.DefinitionApprove, Permissions.ThemeApprove, Permissions.WhiteApprove, Permissions.ClueSecret, Permissions.PlanApprove, Permissions.SurveyRead,
            Permissions.TaskWithdraw, Permissions.CaseCancel, Permissions.CaseReopen],
        [ProcessOwner] = [Permissions.CaseRead, Permissions.WorkAnswer, Permissions.LibraryRead, Permissions.DefinitionRead, Permissions.DefinitionEdit,
            Permissions.DefinitionApprove, Permissions.EngineOperate],
        [Auditor] = [Permissions.CaseRead, Permissions.AnomalyRead, Permissions.LibraryRead, Permissions.DefinitionRead, Permissions.HistoryVerify, Permissions.SurveyRead],
        [ProvincialManager] = [Permissions.CaseRead, Permissions.AnomalyRead, Permissions.WorkAnswer, Permissions.LibraryRead, Permissions.DefinitionRead,
            Permissions.DefinitionApprove, Permissions.ThemeApprove, Permissions.WhiteApprove, Permissions.ClueSecret, Permissions.PlanWrite, Permissions.PlanApprove,
            Permissions.SurveyRead, Permissions.TaskWithdraw, Permissions.CaseCancel, Permissions.CaseReopen],
        [SpecialtyOfficer] = [Permissions.CaseRead, Permissions.AnomalyRead, Permissions.WorkAnswer, Permissions.LibraryRead, Permissions.PlanOpinion],
        [Expert] = [Permissions.CaseRead, Permissions.WorkAnswer, Permissions.LibraryRead],
        [Director] = [Permissions.CaseRead, Permissions.WorkAnswer, Permissions.LibraryRead, Permissions.PlanApprove],
        [Administrator] = [Permissions.AccountManage, Permissions.DataImport, Permissions.EngineOperate],
    };

    public static IEnumerable<string> PermissionsOfAll(IEnumerable<string> roles) =>
        roles.SelectMany(role => PermissionsOf.GetValueOrDefault(role) ?? []).Distinct();

    /// <summary>In the order of their row ids; new roles go to the end.</summary>
    public static IReadOnlyList<string> Ordered { get; } =
    [
        Analyst, CountyAuditor, Handler, Reviewer, ProcessOwner, Auditor, Administrator,
        ProvincialManager, SpecialtyOfficer, Expert, Director,
    ];

    public static long IdOf(string role) => Ordered.ToList().IndexOf(role) + 1;

    public static IReadOnlyCollection<string> All => (IReadOnlyCollection<string>)PermissionsOf.Keys;
}
