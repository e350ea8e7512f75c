namespace CaseMgmt.Cases.Access;

/// <summary>What an endpoint may ask for. A policy is named "perm:" + the permission; each endpoint names exactly one.</summary>
public static class Permissions
{
    /// <summary>Every signed-in account has it: the own session, workbench, notifications.</summary>
    public const string Session = "session";

    public const string CaseRead = "case.read";
    public const string AnomalyRead = "anomaly.read";
    public const string AnomalyTriage = "anomaly.triage";
    public const string TaskCreate = "task.create";

    /// <summary>Withdraw a task that has not gone out: the own one, or as a manager any.</summary>
    public const string TaskWithdraw = "task.withdraw";

    /// <summary>Cancel an order that nobody has begun to handle.</summary>
    public const string CaseCancel = "case.cancel";

    /// <summary>Take up a closed order again.</summary>
    public const string CaseReopen = "case.reopen";

    public const string ScanRun = "scan.run";

    /// <summary>Write and test versions of themes, the tree and the schedules.</summary>
    public const string ThemeEdit = "theme.edit";

    /// <summary>Approve what somebody else wrote.</summary>
    public const string ThemeApprove = "theme.approve";

    public const string WhiteApply = "white.apply";
    public const string WhiteReview = "white.review";
    public const string WhiteApprove = "white.approve";

    public const string ClueWrite = "clue.write";

    /// <summary>Read secret clues, what they became, and who reported.</summary>
    public const string ClueSecret = "clue.secret";

    /// <summary>Write schemes and annual plans, draw samples.</summary>
    public const string PlanWrite = "plan.write";

    /// <summary>Approve a scheme or plan that somebody else wrote.</summary>
    public const string PlanApprove = "plan.approve";

    /// <summary>Answer for a specialty when a plan is consulted on.</summary>
    public const string PlanOpinion = "plan.opinion";

    /// <summary>See surveys of the data's quality and what they found in the own units.</summary>
    public const string SurveyRead = "survey.read";

    /// <summary>Judge what a survey found, and send it to audit.</summary>
    public const string SurveyCheck = "survey.check";

    /// <summary>Set up surveys, run and close them, edit their checklists.</summary>
    public const string SurveyManage = "survey.manage";

    public const string DataImport = "data.import";
    public const string WorkAnswer = "work.answer";
    public const string LibraryRead = "library.read";
    public const string DefinitionRead = "definition.read";
    public const string DefinitionEdit = "definition.edit";

    /// <summary>Decide on somebody else's request to publish or retract a lifecycle.</summary>
    public const string DefinitionApprove = "definition.approve";

    public const string HistoryVerify = "history.verify";
    public const string AccountManage = "account.manage";

    /// <summary>Look after running processes: incidents, dead letters, suspension, timers.</summary>
    public const string EngineOperate = "engine.operate";

    public static string Policy(string permission) => "perm:" + permission;
}
