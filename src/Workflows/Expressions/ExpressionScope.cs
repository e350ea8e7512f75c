using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Expressions;

/// <summary>A function of the host that an expression may call. Arguments and result are copies: nothing of the host is reachable through them.</summary>
public delegate JsonNode? HostFunction(IReadOnlyList<JsonNode?> arguments);

/// <summary>
/// Everything an expression can see beside the language: names, instant, seed and zone. A program that runs twice on equal scopes gives equal values.
/// Names are asked for only when the program reads them; override the Find methods to answer without filling tables.
/// </summary>
public class ExpressionScope
{
    /// <summary>The zone of dates unless a scope names another.</summary>
    public static TimeZoneInfo DefaultZone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>The instant of <c>Date.now()</c> and <c>new Date()</c>, UTC.</summary>
    public DateTime Now { get; init; } = DateTime.UnixEpoch;

    /// <summary>Start of <c>Math.random()</c> and of the generated ids.</summary>
    public long Seed { get; init; }

    public TimeZoneInfo Zone { get; init; } = DefaultZone;

    /// <summary>Global values by name.</summary>
    public IReadOnlyDictionary<string, JsonNode?>? Values { get; init; }

    /// <summary>Global functions by name.</summary>
    public IReadOnlyDictionary<string, HostFunction>? Functions { get; init; }

    /// <summary>Members of the global <c>variables</c>.</summary>
    public IDictionary<string, JsonNode?>? Variables { get; init; }

    /// <summary>The global function of this name, or null.</summary>
    public virtual HostFunction? FindFunction(string name) => Functions?.GetValueOrDefault(name);

    /// <summary>The global value of this name; false if there is none.</summary>
    public virtual bool TryFindValue(string name, out JsonNode? value)
    {
        value = null;
        return Values is not null && Values.TryGetValue(name, out value);
    }

    /// <summary>A member of <c>variables</c>; false if there is none (it is undefined then).</summary>
    public virtual bool TryFindVariable(string name, out JsonNode? value)
    {
        value = null;
        return Variables is not null && Variables.TryGetValue(name, out value);
    }

    /// <summary>Names of <c>variables</c>, for <c>Object.keys(variables)</c> and <c>JSON.stringify(variables)</c>.</summary>
    public virtual IEnumerable<string> VariableNames => Variables?.Keys ?? Enumerable.Empty<string>();

    /// <summary><c>variables.Name = value</c>; false refuses it.</summary>
    public virtual bool TrySetVariable(string name, JsonNode? value)
    {
        if (Variables is null)
        {
            return false;
        }

        Variables[name] = value;
        return true;
    }
}
