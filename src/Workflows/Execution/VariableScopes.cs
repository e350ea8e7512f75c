using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Workflows.Execution;

/// <summary>Finds variables from the inside out: the scope of an activity, its containers, the workflow.</summary>
internal sealed class VariableScopes(Advancement advancement)
{
    public JsonNode? Read(ActivityInstance from, string? id, string? name)
    {
        var (scope, key) = Find(from, id, name);
        return scope?.Variables is { } values && values.TryGetValue(key, out var value) ? value : null;
    }

    public bool TryRead(ActivityInstance from, string name, out JsonNode? value)
    {
        value = null;
        var (scope, key) = Find(from, null, name);
        return scope?.Variables is { } values && values.TryGetValue(key, out value);
    }

    /// <summary>Writes where the variable lives; one that nobody declared becomes a variable of the workflow.</summary>
    public void Write(ActivityInstance from, string? id, string? name, JsonNode? value)
    {
        var (scope, key) = Find(from, id, name);
        scope ??= advancement.State.Live[0];
        (scope.Variables ??= new(StringComparer.Ordinal))[key] = Declared(scope, key)?.Assign(value) is { } converted ? Own(converted) : value;
    }

    public IEnumerable<string> Names(ActivityInstance from)
    {
        for (var scope = from; scope is not null; scope = scope.Owner)
        {
            foreach (var name in scope.Variables?.Keys ?? Enumerable.Empty<string>())
            {
                yield return name;
            }
        }
    }

    /// <summary>Initial values of what a container declares.</summary>
    public static Dictionary<string, JsonNode?>? Initial(CompiledNode node, Dictionary<string, JsonNode?>? given)
    {
        if (node.Variables.Count == 0)
        {
            return given;
        }

        var values = given is null ? new Dictionary<string, JsonNode?>(node.Variables.Count, StringComparer.Ordinal) : new(given, StringComparer.Ordinal);
        foreach (var variable in node.Variables)
        {
            values.TryAdd(variable.Name, variable.Default);
        }

        return values;
    }

    private (ActivityInstance? Scope, string Key) Find(ActivityInstance from, string? id, string? name)
    {
        var nodes = advancement.Definition.Nodes;
        for (var scope = from; scope is not null; scope = scope.Owner)
        {
            if (id is not null)
            {
                foreach (var declared in nodes[scope.Node].Variables)
                {
                    if (declared.Id == id)
                    {
                        return (scope, declared.Name);
                    }
                }
            }
            else if (name is not null && scope.Variables?.ContainsKey(name) == true)
            {
                return (scope, name);
            }
        }

        return id is not null && name is not null ? Find(from, null, name) : (null, name ?? id ?? "");
    }

    private VariableDeclaration? Declared(ActivityInstance scope, string name)
    {
        foreach (var declared in advancement.Definition.Nodes[scope.Node].Variables)
        {
            if (declared.Name == name)
            {
                return declared;
            }
        }

        return null;
    }

    private static JsonNode Own(JsonNode value) => value.Parent is null ? value : value.DeepClone();
}
