using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Designer.Descriptors;

/// <summary>What the expression editor suggests, and the options of inputs that change with others (we have none).</summary>
public static class ScriptTypes
{
    private const string Declarations = """
        declare function getVariable(name: string): any;
        declare function getInput(name: string): any;
        declare function getOutputFrom(activity: string, output?: string): any;
        declare function getLastResult(): any;
        declare function getCorrelationId(): string;
        declare function getWorkflowInstanceId(): string;
        declare const variables: any;
        """;

    public static void Map(RouteGroupBuilder api)
    {
        var reads = api.MapGroup("").RequireAuthorization(Permissions.Policy(Permissions.DefinitionRead));
        reads.MapPost("/scripting/javascript/type-definitions/{definitionId}", () => Results.Text(Declarations, "application/x-typescript")).WithName("elsa.script-types");
        reads.MapPost("/descriptors/activities/{typeName}/options/{propertyName}", () => Results.Json(new JsonObject { ["items"] = new JsonObject() })).WithName("elsa.descriptors.options");
    }
}
