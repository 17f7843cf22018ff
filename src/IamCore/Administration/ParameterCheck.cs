using System.Buffers;
using System.Globalization;
using System.Text;
using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration;

/// <summary>
/// Checks the form of parameters and collects everything that is wrong (ID-058, ID-263). Messages name the parameter, never its value
/// (ID-264).
/// </summary>
internal sealed class ParameterCheck(QuotaTable quotas)
{
    private const string LettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly SearchValues<char> NameChars = SearchValues.Create(LettersAndDigits + "_+=,.@-");
    private static readonly SearchValues<char> SamlNameChars = SearchValues.Create(LettersAndDigits + "._-");
    private static readonly SearchValues<char> PolicyPathChars = SearchValues.Create(LettersAndDigits + ".,+@=_-/");

    public QuotaTable Quotas { get; } = quotas;

    private readonly List<IamErrorDetail> _wrong = [];
    private IamException? _first;

    /// <summary>Whether anything has been found wrong so far.</summary>
    public bool HasFailed => _wrong.Count > 0 || _first is not null;

    /// <summary>Throws what was found: all <c>ValidationError</c>s together, or else the first error with another code.</summary>
    public void Throw()
    {
        if (_wrong.Count == 0)
        {
            if (_first is not null)
            {
                throw _first;
            }

            return;
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{_wrong.Count} validation error{(_wrong.Count == 1 ? "" : "s")} detected: ");
        text.AppendJoin("; ", _wrong.Select(w => w.Message));
        throw new IamException(IamErrorCode.ValidationError, text.ToString(), [.. _wrong]);
    }

    /// <summary>Checks a name of the form <c>[\w+=,.@-]</c>.</summary>
    public void Name(string? value, string parameter, int maxLength, string rule) => Text(value, parameter, 1, maxLength, NameChars, @"[\w+=,.@-]+", rule);

    /// <summary>Checks the name of a SAML provider (ID-050).</summary>
    public void SamlName(string? value, string parameter) => Text(value, parameter, 1, 128, SamlNameChars, @"[\w._-]+", "ID-050");

    /// <summary>Checks the path of anything but a managed policy (ID-053).</summary>
    public void ObjectPath(string? value, string parameter)
    {
        if (value is null)
        {
            return;
        }

        Length(value, parameter, 1, 512, "ID-053");
        var isPath = value is "/" || (value is ['/', _, .., '/'] && !value.AsSpan().ContainsAnyExceptInRange('\x21', '\x7E'));
        Require(isPath, parameter, @"must satisfy the pattern (\x2F)|(\x2F[\x21-\x7E]+\x2F)", "ID-053");
    }

    /// <summary>Checks the path of a managed policy (ID-054).</summary>
    public void PolicyPath(string? value, string parameter)
    {
        if (value is null)
        {
            return;
        }

        Length(value, parameter, 1, 512, "ID-054");
        var isPath = value is "/" || (value is ['/', _, .., '/'] && !value.AsSpan().ContainsAnyExcept(PolicyPathChars) && !value.Contains("//", StringComparison.Ordinal));
        Require(isPath, parameter, "must satisfy the pattern ((/[A-Za-z0-9\\.,\\+@=_-]+)*)/", "ID-054");
    }

    /// <summary>Checks a path prefix (ID-055).</summary>
    public void PathPrefix(string? value, string parameter = "PathPrefix")
    {
        if (value is null)
        {
            return;
        }

        Length(value, parameter, 1, 512, "ID-055");
        Require(value is ['/', ..] && !value.AsSpan().ContainsAnyExceptInRange('\x21', '\x7F'), parameter, @"must satisfy the pattern \x2F[\x21-\x7F]*", "ID-055");
    }

    /// <summary>Checks the number of items requested and the continuation marker (ID-265).</summary>
    public void Paging(int? maxItems, string? marker)
    {
        Range(maxItems, "MaxItems", 1, 1000, "ID-265");
        if (marker is not null)
        {
            Length(marker, "Marker", 1, 320, "ID-265");
        }
    }

    /// <summary>Checks the description of a policy (ID-056).</summary>
    public void PolicyDescription(string? value)
    {
        if (value is not null)
        {
            Length(value, "Description", 0, 1000, "ID-056");
        }
    }

    /// <summary>Checks the description of a role (ID-057).</summary>
    public void RoleDescription(string? value)
    {
        if (value is null)
        {
            return;
        }

        Length(value, "Description", 0, 1000, "ID-057");
        var isText = true;
        foreach (var c in value)
        {
            isText &= c is '\t' or '\n' or '\r' or (>= ' ' and <= '~') or (>= '\u00A1' and <= '\u00FF');
        }

        Require(isText, "Description", @"must satisfy the pattern [\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*", "ID-057");
    }

    /// <summary>Checks the length of a policy document as passed (ID-210).</summary>
    public void Document(string? value, string parameter)
    {
        if (Require(value is not null, parameter, "is required", "ID-210"))
        {
            Length(value!, parameter, 1, Quotas.ValueOf(Quota.PolicyDocumentSize), "ID-210");
        }
    }

    /// <summary>Checks the ARN of a managed policy; anything else is <c>InvalidInput</c> (ID-148, ID-153).</summary>
    public void PolicyArn(string? value, string parameter, string rule)
    {
        if (Require(value is not null, parameter, "is required", rule) && !IsPolicyArn(value!))
        {
            Refuse(IamErrors.Invalid($"{parameter} is not the ARN of a policy.", rule));
        }
    }

    /// <summary>Checks the form of tags (ID-072); reserved and duplicate keys are checked later (ID-073, ID-075).</summary>
    public void Tags(ValueList<Tag> tags, string parameter = "Tags")
    {
        for (var i = 0; i < tags.Count; i++)
        {
            var member = FormattableString.Invariant($"{parameter}.{i + 1}");
            TagText(tags[i].Key, $"{member}.Key", 1, 128);
            TagText(tags[i].Value ?? "", $"{member}.Value", 0, 256);
        }
    }

    /// <summary>Checks the form of tag keys (ID-072).</summary>
    public void TagKeys(ValueList<string> keys)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            TagText(keys[i], FormattableString.Invariant($"TagKeys.{i + 1}"), 1, 128);
        }
    }

    /// <summary>Checks that a number, if there is one, is in range.</summary>
    public void Range(int? value, string parameter, int minimum, int maximum, string rule)
    {
        if (value is { } number)
        {
            Require(number >= minimum && number <= maximum, parameter, FormattableString.Invariant($"must be between {minimum} and {maximum}"), rule);
        }
    }

    /// <summary>Checks a text for its length and allowed characters.</summary>
    public void Text(string? value, string parameter, int minimum, int maximum, SearchValues<char> chars, string pattern, string rule)
    {
        if (!Require(value is not null, parameter, "is required", rule))
        {
            return;
        }

        Length(value!, parameter, minimum, maximum, rule);
        Require(!value.AsSpan().ContainsAnyExcept(chars), parameter, $"must satisfy the pattern {pattern}", rule);
    }

    /// <summary>Checks a length in UTF-16 code units.</summary>
    public void Length(string value, string parameter, int minimum, int maximum, string rule) =>
        Require(value.Length >= minimum && value.Length <= maximum, parameter, FormattableString.Invariant($"must have length between {minimum} and {maximum}"), rule);

    /// <summary>Records a violation unless the condition holds.</summary>
    /// <returns>The condition.</returns>
    public bool Require(bool condition, string parameter, string constraint, string rule)
    {
        if (!condition)
        {
            _wrong.Add(new(rule, parameter, $"Value at '{parameter}' failed to satisfy constraint: Member {constraint}"));
        }

        return condition;
    }

    /// <summary>Records an error with a code other than <c>ValidationError</c>.</summary>
    public void Refuse(IamException error) => _first ??= error;

    private static bool IsPolicyArn(string value) =>
        Arn.TryParse(value, out var arn) && arn.Service is "iam" && arn.Region.IsEmpty
        && (arn.Account is "aws" || AccountId.IsValid(arn.Account))
        && arn.Resource.StartsWith("policy/", StringComparison.Ordinal) && arn.Resource.Length > "policy/".Length && arn.Resource[^1] != '/';

    private void TagText(string? value, string parameter, int minimum, int maximum)
    {
        if (!Require(value is not null, parameter, "is required", "ID-072"))
        {
            return;
        }

        var count = 0;
        var isText = true;
        foreach (var rune in value!.EnumerateRunes())
        {
            count++;
            isText &= Rune.GetUnicodeCategory(rune) is <= UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                || rune.Value is '_' or '.' or ':' or '/' or '=' or '+' or '-' or '@';
        }

        Require(count >= minimum && count <= maximum, parameter, FormattableString.Invariant($"must have length between {minimum} and {maximum}"), "ID-072");
        Require(isText, parameter, @"must satisfy the pattern [\p{L}\p{Z}\p{N}_.:/=+\-@]*", "ID-072");
    }
}
