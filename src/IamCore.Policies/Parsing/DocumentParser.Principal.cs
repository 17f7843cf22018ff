using System.Text;
using System.Text.Json;

namespace IamCore.Policies.Parsing;

/// <content>Principals (section 5.1).</content>
internal ref partial struct DocumentParser
{
    private static readonly PrincipalElement Everyone = new(IsEveryone: true, ValueList<PrincipalEntry>.Empty);

    /// <summary>The value of <c>Principal</c> or <c>NotPrincipal</c>.</summary>
    private PrincipalElement? ReadPrincipal(Element element)
    {
        if (IsStar())
        {
            return Everyone;
        }

        switch (_reader.TokenType)
        {
            case JsonTokenType.String:
                var text = Text();
                if (text == "*")
                {
                    return Everyone;
                }

                FaultHere(PolicyFaultCode.InvalidPrincipalFormat, $"\"{text}\" is not a principal", ElementPath(element));
                return null;
            case JsonTokenType.StartObject when _type == PolicyType.ResourceControl:
                RefusePrincipalObject(element);
                return null;
            case JsonTokenType.StartObject:
                ReadPrincipalObject(element);
                return new PrincipalElement(IsEveryone: false, _principals.TakeAll());
            default:
                FaultType(Elements.Name(element), "\"*\" or an object", ElementPath(element));
                Skip();
                return null;
        }
    }

    /// <summary>A resource control policy takes only the string (PL-010).</summary>
    private void RefusePrincipalObject(Element element)
    {
        var start = Offset;
        Skip();
        var written = Encoding.UTF8.GetString(_utf8[start..(int)_reader.BytesConsumed]);
        Fault(PolicyFaultCode.InvalidPrincipalFormat, start, $"\"{written}\" is not a principal: expected \"*\"", ElementPath(element));
    }

    private void ReadPrincipalObject(Element element)
    {
        var start = Offset;
        var seen = 0;
        var isEmpty = true;
        while (AdvanceToMember())
        {
            isEmpty = false;
            if (PrincipalEntryForm.TypeOf(Name()) is not { } type)
            {
                var name = Text();
                FaultHere(PolicyFaultCode.InvalidPrincipalKey, $"Unknown principal type \"{name}\"", JsonPath.Member(ElementPath(element), name));
                Skip();
                continue;
            }

            if ((seen & (1 << (int)type)) != 0)
            {
                FaultRepeated(PrincipalEntryForm.NameOf(type), PrincipalPath(element, type));
            }

            seen |= 1 << (int)type;
            Advance();
            ReadPrincipalEntries(element, type);
        }

        if (isEmpty && element == Element.NotPrincipal)
        {
            Fault(PolicyFaultCode.EmptyList, start, "NotPrincipal must not be empty", ElementPath(element));
        }
    }

    private void ReadPrincipalEntries(Element element, PrincipalEntryType type)
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.String:
                AddPrincipal(element, type, NoIndex);
                break;
            case JsonTokenType.StartArray:
                ReadPrincipalList(element, type);
                break;
            default:
                FaultType(PrincipalEntryForm.NameOf(type), "a string or an array of strings", PrincipalPath(element, type));
                Skip();
                break;
        }
    }

    private void ReadPrincipalList(Element element, PrincipalEntryType type)
    {
        var start = Offset;
        var index = 0;
        for (; AdvanceToItem(); index++)
        {
            if (_reader.TokenType == JsonTokenType.String)
            {
                AddPrincipal(element, type, index);
                continue;
            }

            FaultType($"An entry of {PrincipalEntryForm.NameOf(type)}", "a string", PrincipalPath(element, type), index);
            Skip();
        }

        if (index == 0 && element == Element.NotPrincipal)
        {
            var name = PrincipalEntryForm.NameOf(type);
            Fault(PolicyFaultCode.EmptyList, start, $"{name} must not be empty", PrincipalPath(element, type));
        }
    }

    private void AddPrincipal(Element element, PrincipalEntryType type, int index)
    {
        var entry = RepeatedText(SharedText.Principals);
        if (PrincipalEntryForm.TryFindFault(type, entry, UseIn(entry), out var code))
        {
            FaultItem(code, FaultMessage.Form(code, entry, Elements.Name(element)), PrincipalPath(element, type), index);
        }

        _principals.Add(new PrincipalEntry(type, entry));
    }

    private string PrincipalPath(Element element, PrincipalEntryType type) =>
        JsonPath.Member(ElementPath(element), PrincipalEntryForm.NameOf(type));
}
