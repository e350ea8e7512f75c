using System.Data.Common;
using CaseMgmt.Cases.Monitoring.Rules;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>
/// Where a compiled rule runs: the embedded copy of the marketing data (<see cref="RuleConnection"/>), or a company's own warehouse that shows the model as views
/// (<see cref="PostgresRuleConnection"/>, <see cref="SqlServerRuleConnection"/>). None can do more than read the model, for a limited time.
/// </summary>
public interface IRuleSource : IDisposable
{
    RuleDialect Dialect { get; }

    /// <summary>False once the connection is gone: nothing more will come, and what failed was not the rule.</summary>
    bool IsAlive { get; }

    /// <summary>Runs one rule; its rows are read while the time runs. At most <paramref name="rows"/> and one more come back.</summary>
    DbDataReader Run(CompiledRule rule, int rows, TimeSpan limit, CancellationToken stop);

    /// <summary>A question of our own in the common words of all three, behind the same walls. Values are named "@name".</summary>
    DbDataReader Ask(string sql, TimeSpan limit, CancellationToken stop, params (string Name, object Value)[] values);

    /// <summary>How the database would go about a rule, line by line; nothing where it does not tell.</summary>
    IReadOnlyList<string> Plan(CompiledRule rule, TimeSpan limit, CancellationToken stop);

    /// <summary>True where the failure is that the statement's time was over.</summary>
    bool WasTime(DbException failure);
}
