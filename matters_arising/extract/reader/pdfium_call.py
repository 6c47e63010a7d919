"""PDFium's functions, called with nothing checked: half the cost of pypdfium2's own.

pypdfium2 declares typed pointers, whose checking costs more than most of the calls, and a
page takes thousands. These take what they are given: `Handle`, `byref(...)`, and plain
integers for C's `int`. Only the PDFium reader uses this module.
"""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as c


class Handle(ctypes.c_void_p):
    """The address of something of PDFium's; a plain c_void_p would come back as a number."""


def handle_of(pointer: Any) -> Handle:
    """The address that a typed pointer of pypdfium2 holds."""
    return Handle(ctypes.cast(pointer, ctypes.c_void_p).value)


def _plain(name: str, result: Any) -> Callable[..., Any]:
    address = ctypes.cast(getattr(c, name), ctypes.c_void_p).value or 0
    function: Callable[..., Any] = ctypes.PYFUNCTYPE(result)(address)
    return function


_INT, _NUMBER = ctypes.c_int, ctypes.c_size_t

load_text = _plain("FPDFText_LoadPage", Handle)
close_text = _plain("FPDFText_ClosePage", None)
count_characters = _plain("FPDFText_CountChars", _INT)
get_text = _plain("FPDFText_GetText", _INT)
get_unicode = _plain("FPDFText_GetUnicode", ctypes.c_uint)
get_loose_box = _plain("FPDFText_GetLooseCharBox", None)
get_text_object = _plain("FPDFText_GetTextObject", _NUMBER)
get_text_matrix = _plain("FPDFText_GetMatrix", _INT)
get_origin = _plain("FPDFText_GetCharOrigin", _INT)
get_font_size = _plain("FPDFText_GetFontSize", ctypes.c_double)
get_font_weight = _plain("FPDFText_GetFontWeight", _INT)
get_font = _plain("FPDFTextObj_GetFont", _NUMBER)
get_font_name = _plain("FPDFFont_GetBaseFontName", _NUMBER)
get_descent = _plain("FPDFFont_GetDescent", _INT)

count_objects = _plain("FPDFPage_CountObjects", _INT)
set_active = _plain("FPDFPageObj_SetIsActive", _INT)
get_object = _plain("FPDFPage_GetObject", Handle)
count_form_objects = _plain("FPDFFormObj_CountObjects", _INT)
get_form_object = _plain("FPDFFormObj_GetObject", Handle)
get_kind = _plain("FPDFPageObj_GetType", _INT)
get_matrix = _plain("FPDFPageObj_GetMatrix", _INT)
get_fill_colour = _plain("FPDFPageObj_GetFillColor", _INT)
get_draw_mode = _plain("FPDFPath_GetDrawMode", _INT)
count_segments = _plain("FPDFPath_CountSegments", _INT)
get_segment = _plain("FPDFPath_GetPathSegment", Handle)
get_segment_kind = _plain("FPDFPathSegment_GetType", _INT)
get_segment_point = _plain("FPDFPathSegment_GetPoint", _INT)
is_closing = _plain("FPDFPathSegment_GetClose", _INT)
get_marked_content = _plain("FPDFPageObj_GetMarkedContentID", _INT)
get_object_text = _plain("FPDFTextObj_GetText", ctypes.c_ulong)

open_tags = _plain("FPDF_StructTree_GetForPage", Handle)
close_tags = _plain("FPDF_StructTree_Close", None)
count_tags = _plain("FPDF_StructTree_CountChildren", _INT)
get_tag = _plain("FPDF_StructTree_GetChildAtIndex", Handle)
count_inner_tags = _plain("FPDF_StructElement_CountChildren", _INT)
get_inner_tag = _plain("FPDF_StructElement_GetChildAtIndex", Handle)
get_tag_name = _plain("FPDF_StructElement_GetType", ctypes.c_ulong)
count_contents = _plain("FPDF_StructElement_GetMarkedContentIdCount", _INT)
get_content = _plain("FPDF_StructElement_GetMarkedContentIdAtIndex", _INT)
