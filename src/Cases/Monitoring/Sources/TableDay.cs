namespace CaseMgmt.Cases.Monitoring.Sources;

/// <summary>How far one table tells anything.</summary>
/// <param name="Day">Newest day of its rows; null where it has none.</param>
public sealed record TableDay(string Table, DateOnly? Day);
