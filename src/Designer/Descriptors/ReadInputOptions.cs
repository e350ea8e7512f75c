using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Designer.Fields;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Activities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Designer.Descriptors;

/// <summary>POST /descriptors/activities/{typeName}/options/{propertyName}: what may be chosen, given what the other inputs of the node say: versions of the chosen form, outcomes of the node.</summary>
public static class ReadInputOptions
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/descriptors/activities/{typeName}/options/{propertyName}", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.DefinitionRead)).WithName("elsa.descriptors.options");

    private static async Task<IResult> HandleAsync(string typeName, string propertyName, HttpContext context, ActivityCatalog catalog, FormChoices forms)
    {
        var others = (await StudioJson.ReadBodyAsync(context.Request))["context"] as JsonObject ?? [];
        var published = await forms.ReadAsync(context.RequestAborted);
        var input = catalog.Find(typeName) is { } activity
            ? published.Panel(activity.Descriptor).Inputs.FirstOrDefault(each => each.Name == propertyName) is { } found ? Chosen(found, others, published) : null
            : null;
        return Results.Json(new JsonObject { ["items"] = input is null ? new JsonObject() : InputJson.SpecificationsOf(input, Texts.LanguageOf(context)) });
    }

    private static InputDescriptor Chosen(InputDescriptor input, JsonObject others, PublishedForms published) => input.Name switch
    {
        PublishedForms.Version when ValueOf(others, "form")?.ToString() is { Length: > 0 } form => input with { Options = published.VersionsOf(form) },
        OutcomeFields.Primary or OutcomeFields.Comments or OutcomeFields.Returns when StudioJson.TextsOf(ValueOf(others, "outcomes")) is { Count: > 0 } outcomes =>
            input with { Options = [.. outcomes.Select(outcome => (outcome, LabelOf(input, outcome)))] },
        _ => input,
    };

    private static Label LabelOf(InputDescriptor input, string outcome) =>
        input.Options!.FirstOrDefault(option => option.Value == outcome).Label ?? new Label(outcome, outcome);

    // An input arrives as it is stored, or as its bare value.
    private static JsonNode? ValueOf(JsonObject others, string name)
    {
        var value = others[name];
        return FieldValue.Literal(value is JsonObject ? value : new JsonObject { ["expression"] = new JsonObject { ["value"] = value?.DeepClone() } });
    }
}
