namespace CaseMgmt.Cases.Monitoring.Rules;

/// <summary>A failure that people can be told of in their own language: a refused rule, a source that must not be used, a connection that broke.</summary>
public interface IRefused
{
    RuleRefusal Refusal { get; }
}
