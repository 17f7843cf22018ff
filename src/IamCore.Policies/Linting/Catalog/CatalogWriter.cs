using System.Text.Json;

namespace IamCore.Policies.Linting.Catalog;

/// <summary>Writes a service in AWS's form with IamCore's additions under <c>x-iamcore</c> (VA-207, VA-208). What says nothing is left out.</summary>
internal static class CatalogWriter
{
    public static void Write(CatalogService service, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("Name"u8, service.Name);
        Text(json, "Version", service.Version);
        List(json, "Actions", service.Actions, Action);
        List(json, "ConditionKeys", service.ConditionKeys, Key);
        List(json, "Operations", service.Operations, Operation);
        List(json, "Resources", service.Resources, Resource);
        if (!service.IsAws)
        {
            json.WriteStartObject("x-iamcore"u8);
            Flag(json, "Complete", service.Complete);
            Text(json, "Title", service.Title);
            Texts(json, "Partitions", service.Partitions);
            Texts(json, "Regions", service.Regions);
            Texts(json, "ServicePrincipals", service.ServicePrincipals);
            Flag(json, "SupportsRcp", service.SupportsRcp ? true : null);
            List(json, "DelegationActions", service.DelegationActions, static (w, d) =>
            {
                w.WriteStartObject();
                w.WriteString("Action"u8, d.Action);
                w.WriteString("GuardKey"u8, d.GuardKey);
                w.WriteEndObject();
            });
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Action(Utf8JsonWriter json, CatalogAction action)
    {
        json.WriteStartObject();
        json.WriteString("Name"u8, action.Name);
        Texts(json, "ActionConditionKeys", action.ConditionKeys);
        if (action.Properties is { } properties)
        {
            json.WriteStartObject("Annotations"u8);
            json.WriteStartObject("Properties"u8);
            json.WriteBoolean("IsList"u8, properties.IsList);
            json.WriteBoolean("IsPermissionManagement"u8, properties.IsPermissionManagement);
            json.WriteBoolean("IsTaggingOnly"u8, properties.IsTaggingOnly);
            json.WriteBoolean("IsWrite"u8, properties.IsWrite);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        List(json, "Resources", action.Resources, Named);
        if (action.SupportedBy.Count > 0)
        {
            json.WriteStartObject("SupportedBy"u8);
            foreach (var feature in action.SupportedBy)
            {
                json.WriteBoolean(feature.Feature, feature.IsSupported);
            }

            json.WriteEndObject();
        }

        Extension(json, action, static (w, a) =>
        {
            Text(w, "AccessLevel", a.DeclaredAccessLevel is { } level ? AccessLevelNames.Write(level) : null);
            Texts(w, "DependentActions", a.DependentActions);
            Text(w, "Description", a.Description);
            Texts(w, "RequiredResources", a.RequiredResources);
            Flag(w, "ReturnsCredentials", a.ReturnsCredentials ? true : null);
            Flag(w, "PermissionOnly", a.PermissionOnly ? true : null);
        });
        json.WriteEndObject();
    }

    private static void Key(Utf8JsonWriter json, CatalogConditionKey key)
    {
        json.WriteStartObject();
        json.WriteString("Name"u8, key.Name);
        Texts(json, "Types", key.Types);
        Extension(json, key, static (w, k) =>
        {
            Text(w, "Availability", k.IsAlwaysPresent switch { true => "always", false => "optional", null => null });
            Flag(w, "Sensitive", k.IsSensitive ? true : null);
            Flag(w, "CallerControlled", k.IsCallerControlled ? true : null);
            Texts(w, "PairedWith", k.PairedWith);
            Texts(w, "OnlyServices", k.OnlyServices);
            Texts(w, "RequiresActions", k.RequiresActions);
            Text(w, "Format", k.Format == ConditionKeyFormat.None ? null : KeyFormatNames.Write(k.Format));
            Texts(w, "IrrelevantFor", k.IrrelevantFor);
            Texts(w, "Values", k.Values);
            Flag(w, "CaseSensitive", k.IsCaseSensitive);
        });
        json.WriteEndObject();
    }

    private static void Resource(Utf8JsonWriter json, CatalogResource resource)
    {
        json.WriteStartObject();
        json.WriteString("Name"u8, resource.Name);
        Texts(json, "ARNFormats", resource.ArnFormats);
        Texts(json, "ConditionKeys", resource.ConditionKeys);
        Extension(json, resource, static (w, r) =>
        {
            Text(w, "TypeName", r.TypeName);
            Texts(w, "SubResources", r.SubResources);
            Texts(w, "PolicyActions", r.PolicyActions);
            if (r.PolicySizeQuota is { } quota)
            {
                w.WriteNumber("PolicySizeQuota"u8, quota);
            }

            Text(w, "UniqueSids", r.RequiresUniqueSids switch { true => "required", false => "recommended", null => null });
            Texts(w, "PublicTrustKeys", r.PublicTrustKeys);
            Text(w, "EntityType", r.EntityType);
        });
        json.WriteEndObject();
    }

    private static void Operation(Utf8JsonWriter json, CatalogOperation operation)
    {
        json.WriteStartObject();
        json.WriteString("Name"u8, operation.Name);
        List(json, "AuthorizedActions", operation.AuthorizedActions, static (w, a) =>
        {
            w.WriteStartObject();
            w.WriteString("Name"u8, a.Name);
            w.WriteString("Service"u8, a.Service);
            if (a.Context.Count > 0)
            {
                w.WriteStartObject("Context"u8);
                foreach (var context in a.Context)
                {
                    w.WriteStartArray(context.Key);
                    foreach (var value in context.Values)
                    {
                        w.WriteStringValue(value);
                    }

                    w.WriteEndArray();
                }

                w.WriteEndObject();
            }

            w.WriteEndObject();
        });
        List(json, "SDK", operation.Sdk, static (w, s) =>
        {
            w.WriteStartObject();
            w.WriteString("Name"u8, s.Name);
            w.WriteString("Method"u8, s.Method);
            w.WriteString("Package"u8, s.Package);
            w.WriteEndObject();
        });
        json.WriteEndObject();
    }

    /// <summary>Writes the member only where something stands in it: what is written is first tried on the side.</summary>
    private static void Extension<T>(Utf8JsonWriter json, T item, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var side = new Utf8JsonWriter(buffer))
        {
            side.WriteStartObject();
            write(side, item);
            side.WriteEndObject();
        }

        if (buffer.WrittenCount > "{}".Length)
        {
            json.WriteStartObject("x-iamcore"u8);
            write(json, item);
            json.WriteEndObject();
        }
    }

    private static void Named(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject();
        json.WriteString("Name"u8, name);
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Flag(Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(name, flag);
        }
    }

    private static void Texts(Utf8JsonWriter json, string name, ValueList<string> values) =>
        List(json, name, values, static (w, value) => w.WriteStringValue(value));

    private static void List<T>(Utf8JsonWriter json, string name, ValueList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }
}
