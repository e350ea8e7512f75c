using System.Data.Common;
using CaseMgmt.Cases.Monitoring.Rules;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>
/// Where a compiled rule runs: the embedded copy of the marketing data (<see cref="RuleConnection"/>), or a company's own warehouse that shows the model as views
/// (<see cref="PostgresRuleConnection"/>). Neither can do more than read the model, for a limited time.
/// </summary>
public interface IRuleSource : IDisposable
{
    RuleDialect Dialect { get; }

    /// <summary>Runs one rule; its rows are read while the time runs. At most <paramref name="rows"/> and one more come back.</summary>
    DbDataReader Run(CompiledRule rule, int rows, TimeSpan limit, CancellationToken stop);

    /// <summary>True where the failure is that the rule's time was over.</summary>
    bool WasTime(DbException failure);
}
