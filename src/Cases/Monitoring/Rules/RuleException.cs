namespace CaseMgmt.Cases.Monitoring.Rules;

/// <summary>Why a rule is refused or failed; the message is for the person who wrote the rule.</summary>
public sealed class RuleException(string message, int? position = null) : Exception(position is null ? message : $"{message} (at character {position})");
