namespace CaseMgmt.Cases.Survey.Campaigns;

/// <summary>Progress of one team in one unit: in the period, and standing at its end.</summary>
/// <param name="Found">Defects that came up in the period.</param>
/// <param name="Checked">Defects that people looked at in the period.</param>
/// <param name="Corrected">Defects that a run over fresher data no longer found, or that were judged to be none, in the period.</param>
/// <param name="Total">All defects so far.</param>
/// <param name="Open">Those that stand.</param>
public sealed record ProgressLine(string OrgNo, long TeamId, int Found, int Checked, int Corrected, int Total, int Open);
