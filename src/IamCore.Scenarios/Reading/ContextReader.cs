using System.Text.Json;
using IamCore.Policies;

namespace IamCore.Scenarios.Reading;

/// <summary>Reads <c>request.context</c> and remembers the location of each key.</summary>
internal sealed class ContextReader
{
    private readonly Dictionary<ContextKey, JsonNode> _places = [];
    private readonly JsonNode _node;

    private ContextReader(JsonNode node) => _node = node;

    public RequestContext Values { get; } = new();

    /// <summary>The keys and values; those in error are left out. Keys equal but for case, or equal, are an error (PL-106).</summary>
    public static ContextReader Read(JsonNode node, FaultList faults)
    {
        var context = new ContextReader(node);
        if (!ObjectReader.IsObject(node, "context", faults))
        {
            return context;
        }

        foreach (var (name, value) in node.Members())
        {
            context.Add(name, value, faults);
        }

        return context;
    }

    /// <summary>Adds contradictions between these values and the rest of the request (EV-012, EV-013).</summary>
    /// <param name="principal">Who asks; anyone where that is not known.</param>
    /// <param name="action">What for.</param>
    /// <param name="resource">To what.</param>
    /// <param name="account">The resource's account.</param>
    /// <param name="isWhole">Whether the other parts are free of errors. If not, only what does not depend on them is looked at.</param>
    /// <param name="faults">Receives the errors.</param>
    public void FindConflicts(Principal principal, ActionName action, ResourceName resource, AccountId account, bool isWhole, FaultList faults)
    {
        _ = AccessRequest.TryCreate(principal, action, resource, Values, account, DateTimeOffset.UnixEpoch, false, out _, out var found);
        foreach (var fault in found)
        {
            if (isWhole || fault.Code == RequestFaultCode.InvalidContextValue)
            {
                faults.Add(fault.Code, _places.GetValueOrDefault(ContextKey.Of(fault.Member), _node), fault.Message);
            }
        }
    }

    private void Add(JsonNode name, JsonNode value, FaultList faults)
    {
        if (!name.TryGetText(out var text))
        {
            faults.Add(name, "The name of a context key holds half a surrogate pair");
            return;
        }

        var key = ContextKey.Of(text);
        if (!_places.TryAdd(key, value))
        {
            faults.Add(RequestFaultCode.DuplicateContextKey, name, $"{text}: the key appears more than once; letter case makes no difference");
        }
        else if (TryRead(text, value, faults, out var contextValue))
        {
            Values.Add(text, contextValue);
        }
    }

    private static bool TryRead(string key, JsonNode node, FaultList faults, out ContextValue value)
    {
        value = default;
        if (!node.IsArray)
        {
            var isText = TryText(key, node, faults, out var text);
            value = isText ? ContextValue.From(text) : default;
            return isText;
        }

        var before = faults.Count;
        var texts = new List<string>();
        foreach (var item in node.Items())
        {
            _ = TryText(key, item, faults, out var text);
            texts.Add(text);
        }

        value = ContextValue.Many([.. texts]);
        return faults.Count == before;
    }

    private static bool TryText(string key, JsonNode node, FaultList faults, out string text)
    {
        text = "";
        switch (node.Kind)
        {
            case JsonTokenType.String when node.TryGetText(out var own):
                text = own;
                return true;
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                text = node.RawText;
                return true;
            case JsonTokenType.String:
                faults.Add(node, $"The value of {key} holds half a surrogate pair");
                return false;
            default:
                faults.Add(RequestFaultCode.InvalidContextValue, node, $"{key}: a value is a string, number, boolean or an array of them, not {node.KindText}");
                return false;
        }
    }
}
